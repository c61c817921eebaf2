import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "@/lib/dates";
import { type FirstDeposit, lateDeposit } from "@/lib/deposits/late-deposit";

/** Deposits on these weekdays from September 2026 to `last`, around six in the morning. */
function history(
  weekdays: readonly number[],
  last: string,
  change: (one: FirstDeposit) => FirstDeposit[] = (one) => [one],
) {
  const days: FirstDeposit[] = [];
  for (let day = "2026-09-01"; day <= last; day = addDays(day, 1))
    if (weekdays.includes(weekdayOf(day)))
      days.push(...change({ day, minute: 355 + (Number(day.slice(8)) % 9) }));
  return days;
}

const WORKDAYS = [1, 2, 3, 4, 5];
const at = (day: string, minute: number) => ({ day, minute });

describe("a late deposit", () => {
  it("is told on Monday two hours after the usual time, since Friday", () => {
    const usual = history(WORKDAYS, "2026-11-27");
    expect(lateDeposit(usual, at("2026-11-30", 479))).toBeNull();
    expect(lateDeposit(usual, at("2026-11-30", 480))).toEqual({ lastDay: "2026-11-27", usualMinute: 360 });
  });

  it("is not told on a weekend, nor after a deposit of the day", () => {
    expect(lateDeposit(history(WORKDAYS, "2026-11-27"), at("2026-11-29", 1_400))).toBeNull();
    expect(lateDeposit(history(WORKDAYS, "2026-11-30"), at("2026-11-30", 1_400))).toBeNull();
  });

  it("is told the next day for a day that is over", () => {
    expect(lateDeposit(history([2], "2026-11-17"), at("2026-11-25", 0))).toMatchObject({
      lastDay: "2026-11-17",
    });
    expect(lateDeposit(history([2], "2026-11-17"), at("2026-11-23", 1_400))).toBeNull();
  });

  it("is not told for a public holiday, and holidays without a deposit make no weekday unusual", () => {
    const isHoliday = (day: string) => day === "2026-11-11";
    const usual = history([3], "2026-11-25", (one) => (isHoliday(one.day) ? [] : [one]));
    expect(lateDeposit(usual, at("2026-12-02", 600))).toMatchObject({ lastDay: "2026-11-25" });
    expect(lateDeposit(history(WORKDAYS, "2026-11-10"), at("2026-11-11", 1_400))).toBeNull();
  });

  it.each([
    ["the history is short", history(WORKDAYS, "2026-11-27").filter(({ day }) => day > "2026-11-10")],
    [
      "a weekday had a deposit in half of the weeks only",
      history([1], "2026-11-23", (one) => (Math.floor(Number(one.day.slice(8)) / 7) % 2 ? [one] : [])),
    ],
    [
      "the times are irregular",
      history(WORKDAYS, "2026-11-27", ({ day }) => [{ day, minute: (Number(day.slice(8)) * 211) % 1_440 }]),
    ],
    ["nothing was deposited for a month", history(WORKDAYS, "2026-10-30")],
    ["nothing was ever deposited", []],
  ])("is not told when %s", (_, irregular) => {
    expect(lateDeposit(irregular, at("2026-11-30", 1_400))).toBeNull();
  });
});
