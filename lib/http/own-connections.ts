import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

/** The connections that this process has opened, by both of their ends. */
const own = new Set<string>();

const ends = (address = "", port = 0, otherPort = 0) =>
  `${address.replace(/^::ffff:/, "")} ${port} ${otherPort}`;

/** Begins to note the connections that this process opens. Called once, when the server starts. */
export function followOwnConnections(): void {
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket?: unknown };
    if (!(socket instanceof Socket)) return;
    socket.once("connect", () => {
      const connection = ends(socket.localAddress, socket.localPort, socket.remotePort);
      own.add(connection);
      socket.once("close", () => own.delete(connection));
    });
  });
}

/**
 * Whether the other end of a server's connection is this process itself: after an action that redirects, Next asks its own
 * server for the next page, within the request of the action. Nobody else can have this end.
 */
export const isOwnConnection = (socket: Socket): boolean =>
  own.has(ends(socket.remoteAddress, socket.remotePort, socket.localPort));
