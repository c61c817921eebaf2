import { readFileSync } from "node:fs";
import { env } from "./env";

/**
 * Returns the current instant, for all rules of the portal. Tests change it, for all processes together, by writing an
 * ISO 8601 instant into the file named by `CLOCK_FILE`.
 */
export function now(): Date {
  const file = env().CLOCK_FILE;
  return file ? new Date(readFileSync(file, "utf8").trim()) : new Date();
}
