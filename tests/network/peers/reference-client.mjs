// SPDX-License-Identifier: MIT
// CometD's own JavaScript client: the other user of a server.

import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";

import { obey, say } from "./peer.mjs";

adapt();
const client = new CometD();
const subscriptions = new Map();

client.addListener("/meta/handshake", ({ successful, clientId }) =>
  say("handshake", { successful, client: clientId }));
client.addListener("/meta/disconnect", ({ successful }) => say("disconnected", { successful }));

obey({
  handshake: ({ url, transport }) => {
    for (const type of client.getTransportTypes()) {
      if (type !== transport)
        client.unregisterTransport(type);
    }
    client.configure({ url, logLevel: "warn" });
    client.handshake();
  },
  subscribe: ({ channel }) => {
    const subscription = client.subscribe(
      channel,
      message => say("message", { channel: message.channel, data: message.data }),
      ({ successful, error }) => say("subscribed", { channel, successful, error }));
    subscriptions.set(channel, subscription);
  },
  unsubscribe: ({ channel }) => client.unsubscribe(subscriptions.get(channel), ({ successful }) =>
    say("unsubscribed", { channel, successful })),
  publish: ({ channel, data }) => client.publish(channel, data, ({ successful, error }) =>
    say("published", { channel, successful, error })),
  /** Publishes {"n": 0}, {"n": 1}, … one after the other. */
  publishMany: ({ channel, count }) => {
    const next = n => {
      if (n === count)
        say("publishedMany", { channel, count });
      else
        client.publish(channel, { n }, () => next(n + 1));
    };
    next(0);
  },
  disconnect: () => client.disconnect(),
});
