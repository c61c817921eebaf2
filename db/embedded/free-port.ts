import { createServer } from "node:net";
import { isErrorCode } from "./private-file";

/** A port that nothing listens on just now. */
export async function findFreePort(): Promise<number> {
  return (await tryToListen(0, "127.0.0.1")) ?? 0;
}

/** Whether nothing listens on `port` of this machine, on either loopback address. */
export async function isPortFree(port: number): Promise<boolean> {
  const found = await Promise.all(["127.0.0.1", "::1"].map((host) => tryToListen(port, host)));
  return found.every((used) => used !== null);
}

/** The port that could be listened on, or null when it is taken; a machine without that address counts as free. */
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
