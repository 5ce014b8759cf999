// SPDX-License-Identifier: MIT
// Faye: WebSocket and long-polling at /bayeux.

import * as http from "node:http";
import faye from "faye";

import { Listener, obey, say } from "./peer.mjs";

const denied = { subscribe: new Set(), publish: new Set() };
let bayeux = null;
let clients = new Set();

const goodbyes = new Set();

/** Faye refuses a message that an extension has put an error into. */
const policy = {
  incoming(message, callback) {
    if (message.channel === "/meta/disconnect")
      goodbyes.add(message.clientId);
    else if (message.channel === "/meta/subscribe" && denied.subscribe.has(message.subscription))
      message.error = `403:${message.subscription}:Forbidden channel`;
    else if (denied.publish.has(message.channel))
      message.error = `403:${message.channel}:Forbidden channel`;
    callback(message);
  },
};

function create() {
  clients = new Set();
  bayeux = new faye.NodeAdapter({ mount: "/bayeux", timeout: 2 });
  bayeux.addExtension(policy);
  bayeux.on("handshake", client => {
    clients.add(client);
    say("handshake", { client });
  });
  bayeux.on("subscribe", (client, channel) => say("subscribed", { client, channel }));
  bayeux.on("unsubscribe", (client, channel) => say("unsubscribed", { client, channel }));
  bayeux.on("disconnect", client => {
    clients.delete(client);
    say("left", { client, expired: !goodbyes.delete(client) });
  });
  const server = http.createServer();
  bayeux.attach(server);
  return server;
}

const listener = new Listener(create);

obey({
  start: () => listener.start(),
  stop: () => {
    bayeux.close();
    listener.stop();
  },
  /** Refuses a channel from now on: what is "subscribe" or "publish". */
  deny: ({ what, channel }) => {
    denied[what].add(channel);
    say("denied", { channel });
  },
  /** Forgets all clients; Faye closes the WebSocket of a client that it forgets. */
  forget: () =>
    [...clients].forEach(client => bayeux._server._engine.destroyClient(client)),
  /** Publishes as the server itself. */
  publish: ({ channel, data }) => bayeux._server.process({ channel, data }, null, () => {}),
});
