import { dim, green, red } from "@/scripts/launcher/steps.mjs";
import type { Count } from "./test-report";

/** Returns the line to print for a stage that has ended. */
export function stageLine(name: string, { passed, failed }: Count, elapsedMs: number): string {
  const counts = failed ? `${passed} passed, ${red(`${failed} failed`)}` : `${passed} passed`;
  const room = " ".repeat(Math.max(1, 44 - `${passed} passed${failed ? `, ${failed} failed` : ""}`.length));
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`.padStart(8);
  return `  ${failed ? red("✗") : green("✓")} ${name.padEnd(14)}${counts}${room}${dim(seconds)}\n`;
}
