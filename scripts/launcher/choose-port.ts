import { setTimeout as pause } from "node:timers/promises";
import { findFreePort, isPortFree } from "@/db/embedded/free-port";

const POLL_MS = 100;

/** Returns the port that `PORT` sets: 3000 if unset, any free port for 0. */
export async function wantedPort(text: string | undefined): Promise<number> {
  const port = text ? Number(text) : 3000;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  return port === 0 ? findFreePort() : port;
}

/** Waits up to `timeoutMs` for a port to be free; else throws an error that tells the user what to do. */
export async function requireFreePort(port: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadline) {
      throw new Error(
        `Port ${port} is used by another program on this machine.\n` +
          `Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    }
    await pause(POLL_MS);
  }
}
