// SPDX-License-Identifier: MIT
// What the peers have in common. A test drives a peer by JSON lines on its standard input, each
// {"do": "<command>", …}, and reads JSON lines from its standard output, each {"event": "<fact>", …}.
// A peer ends when its standard input is closed, so none outlives its test.

import * as readline from "node:readline";

// Standard output belongs to the events: whatever a library logs goes to standard error.
console.log = console.info = console.debug = console.error;

/** Tells the test that something happened. */
export function say(event, facts = {}) {
  process.stdout.write(JSON.stringify({ event, ...facts }) + "\n");
}

/** Runs the command of each line until standard input ends. */
export function obey(commands) {
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", line => {
    const { do: name, ...options } = JSON.parse(line);
    if (!Object.hasOwn(commands, name))
      throw new Error(`unknown command: ${name}`);
    commands[name](options);
  });
  lines.on("close", () => process.exit(0));
}

/** An HTTP server on 127.0.0.1 that can be stopped and started again on the same port. */
export class Listener {
  #create;
  #server = null;
  #sockets = new Set();
  #port = 0;

  /** create() makes the HTTP server, with all that answers on it, for one life. */
  constructor(create) {
    this.#create = create;
  }

  start() {
    this.#server = this.#create();
    this.#server.on("connection", socket => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    this.#server.listen(this.#port, "127.0.0.1", () => {
      this.#port = this.#server.address().port;
      say("listening", { port: this.#port });
    });
  }

  /** As when the process dies: no goodbye, connections end at once. */
  stop() {
    this.#server.close(() => say("stopped"));
    for (const socket of this.#sockets)
      socket.destroy();
  }
}
