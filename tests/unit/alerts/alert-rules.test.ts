import { describe, expect, it } from "vitest";
import type { AlertCondition } from "@/lib/alert-conditions";
import { type AlertState, changeBy, CLOSES_AFTER_MS } from "@/lib/alerts/alert-rules";

const START = Date.parse("2026-11-23T08:00:00Z");
const MINUTE = 60_000;

/** Applies observations, as [minute, is it wrong], and returns each minute at which operators are told. */
function toldAt(condition: AlertCondition, observations: readonly (readonly [number, boolean])[]): string[] {
  let state: AlertState | null = null;
  const told: string[] = [];
  for (const [minute, isWrong] of observations) {
    const change = changeBy(state, { condition, subject: "", isWrong }, new Date(START + minute * MINUTE));
    if (!change) continue;
    if (change.kind === "open" || change.kind === "close") told.push(`${change.kind} ${minute}`);
    state = change.kind === "keep" || change.kind === "open" ? change.state : null;
  }
  return told;
}

describe("an alert", () => {
  it("opens once and closes once, five minutes after the condition ended", () => {
    expect(CLOSES_AFTER_MS).toBe(5 * MINUTE);
    expect(
      toldAt("job_late", [
        [0, false],
        [1, true],
        [2, true],
        [3, false],
        [7, false],
        [8, false],
        [9, false],
      ]),
    ).toEqual(["open 1", "close 8"]);
  });

  it("is one alert when the condition comes and goes", () => {
    const flapping = Array.from({ length: 60 }, (_, minute) => [minute, minute % 3 === 0] as const);
    expect(toldAt("mails_waiting", flapping)).toEqual(["open 0"]);
  });

  it("of the storage opens only when it fails for two minutes", () => {
    expect(
      toldAt("storage_wrong", [
        [0, true],
        [1, false],
        [2, true],
        [3, true],
        [4, true],
      ]),
    ).toEqual(["open 4"]);
  });

  it("opens again when the condition comes back after its end", () => {
    expect(
      toldAt("ledger_wrong", [
        [0, true],
        [1, false],
        [6, false],
        [7, true],
        [8, false],
        [13, false],
      ]),
    ).toEqual(["open 0", "close 6", "open 7", "close 13"]);
  });
});
