// SPDX-License-Identifier: MIT
// CometD's own server for Node. It speaks long-polling only and refuses a WebSocket upgrade with 400.

import * as http from "node:http";
import cometd from "cometd-nodejs-server";

import { Listener, obey, say } from "./peer.mjs";

const denied = { subscribe: new Set(), publish: new Set() };
let bayeux = null;
let sessions = new Map();

function create() {
  bayeux?.close();
  bayeux = cometd.createCometDServer({ timeout: 2000, maxInterval: 3000, sweepPeriod: 200 });
  sessions = new Map();
  bayeux.policy = {
    canSubscribe: (session, message, channel, callback) =>
      callback(undefined, !denied.subscribe.has(channel.name)),
    canPublish: (session, message, channel, callback) =>
      callback(undefined, !denied.publish.has(channel.name)),
  };
  bayeux.addListener("sessionAdded", session => {
    sessions.set(session.id, session);
    session.addListener("removed", (_, expired) => {
      sessions.delete(session.id);
      say("left", { client: session.id, expired });
    });
    say("handshake", { client: session.id });
  });
  bayeux.addListener("subscribed", (channel, session) =>
    say("subscribed", { client: session.id, channel: channel.name }));
  bayeux.addListener("unsubscribed", (channel, session) =>
    say("unsubscribed", { client: session.id, channel: channel.name }));
  return http.createServer(bayeux.handle);
}

const listener = new Listener(create);

obey({
  start: () => listener.start(),
  stop: () => listener.stop(),
  /** Refuses a channel from now on: what is "subscribe" or "publish". */
  deny: ({ what, channel }) => {
    denied[what].add(channel);
    say("denied", { channel });
  },
  /** Forgets all sessions without a word to the clients. */
  forget: () => [...sessions.values()].forEach(session => bayeux._removeServerSession(session, true)),
  /** Tells all clients to leave. */
  dismiss: () => [...sessions.values()].forEach(session => session.disconnect()),
  /** Publishes as the server itself. */
  publish: ({ channel, data }) => bayeux.createServerChannel(channel).publish(null, data),
});
