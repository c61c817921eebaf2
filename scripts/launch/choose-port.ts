import { setTimeout as pause } from "node:timers/promises";
import { findFreePort, isPortFree } from "./free-port";

const BEAT_MS = 100;

/** The port that `PORT` asks for: 3000 when unset, any free one for 0. */
export async function portWanted(text: string | undefined): Promise<number> {
  const port = text ? Number(text) : 3000;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  return port === 0 ? findFreePort() : port;
}

/** Waits up to `patienceMs` for a port; throws a sentence when another program keeps it. */
export async function requireFreePort(port: number, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadline) {
      throw new Error(
        `Port ${port} is used by another program on this machine.\n` +
          `Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    }
    await pause(BEAT_MS);
  }
}
