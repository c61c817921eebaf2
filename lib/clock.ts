import { readFileSync } from "node:fs";
import { env } from "./env";

/**
 * The present instant for every rule of the portal. Tests move it, for all processes at once, by writing an
 * ISO 8601 instant into the file that `CLOCK_FILE` names.
 */
export function now(): Date {
  const file = env().CLOCK_FILE;
  return file ? new Date(readFileSync(file, "utf8").trim()) : new Date();
}
