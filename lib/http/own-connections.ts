import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

/** The connections that this process has opened, by the address and port of its end and the port of the other end. */
const own = new Set<string>();

const connectionKey = (address = "", port = 0, otherPort = 0) =>
  `${address.replace(/^::ffff:/, "")} ${port} ${otherPort}`;

/** Begins to note the connections that this process opens. Called once, when the server starts. */
export function followOwnConnections(): void {
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket?: unknown };
    if (!(socket instanceof Socket)) return;
    socket.once("connect", () => {
      const connection = connectionKey(socket.localAddress, socket.localPort, socket.remotePort);
      own.add(connection);
      socket.once("close", () => own.delete(connection));
    });
  });
}

/**
 * Whether this process itself opened this connection to its server: after an action that redirects, Next requests the
 * next page from its own server, within the request of the action. No other process can have the same address and
 * port.
 */
export const isOwnConnection = (socket: Socket): boolean =>
  own.has(connectionKey(socket.remoteAddress, socket.remotePort, socket.localPort));
