import { createServer } from "node:net";
import { isErrorCode } from "./private-file";

/** Returns a port on which no process listens at this moment. */
export async function findFreePort(): Promise<number> {
  return (await tryToListen(0, "127.0.0.1")) ?? 0;
}

/** Returns whether no process of this machine listens on `port`, on either loopback address. */
export async function isPortFree(port: number): Promise<boolean> {
  const found = await Promise.all(["127.0.0.1", "::1"].map((host) => tryToListen(port, host)));
  return found.every((used) => used !== null);
}

/** Returns the port if this process can listen on it, null when it is taken; an address the machine lacks is free. */
function tryToListen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (isErrorCode(error, "EADDRINUSE")) resolve(null);
      else if (isErrorCode(error, "EADDRNOTAVAIL", "EAFNOSUPPORT")) resolve(port);
      else reject(error);
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      const used = typeof address === "object" && address ? address.port : port;
      probe.close(() => resolve(used));
    });
  });
}
