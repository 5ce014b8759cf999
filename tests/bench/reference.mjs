// SPDX-License-Identifier: MIT
// The reference client does the same work: it takes the events of a flood, parses and counts them.
// After some to warm up it prints its figures as one line of JSON.
// Usage: node reference.mjs URL CHANNEL WARM-UP COUNT

import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";

const [url, channel, ...counts] = process.argv.slice(2);
const [warmUp, count] = counts.map(Number);
adapt();
const client = new CometD();
client.unregisterTransport("long-polling");
client.unregisterTransport("callback-polling");
client.configure({ url, logLevel: "warn" });

let messages = 0;
let wanted;
let onFinished;
let cpu;
let start;

function flood(number, then) {
  messages = 0;
  wanted = number;
  onFinished = then;
  client.publish("/bench/start", { count: number, rate: 0 });
}

function measure() {
  cpu = process.cpuUsage();
  start = performance.now();
  flood(count, report);
}

function report() {
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ messages, seconds, cpuMicroseconds: user + system }));
  client.disconnect(() => process.exit(0));
}

client.handshake(({ successful }) => {
  if (!successful)
    process.exit(1);
  client.subscribe(channel, () => {
    if (++messages === wanted)
      onFinished();
  }, () => flood(warmUp, measure));
});
