import { renameSync, writeFileSync } from "node:fs";

/** Moves the clock of every process whose `CLOCK_FILE` is `path`; atomically, because they may read it at any time. */
export function setClock(path: string, instant: Date | string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, typeof instant === "string" ? instant : instant.toISOString());
  renameSync(draft, path);
}

/** Moves the clock of this process and of its child processes; a number is milliseconds since 1970. */
export const clockAt = (instant: Date | string | number): void =>
  setClock(process.env.CLOCK_FILE ?? "", typeof instant === "number" ? new Date(instant) : instant);
