import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  compare,
  formatDate,
  formatInstant,
  formatMonth,
  isPlainDate,
  todayIn,
} from "@/lib/dates";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1970-01-01", days));

describe("plain dates", () => {
  it("accepts only days that exist in the calendar", () => {
    expect(["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"].every(isPlainDate)).toBe(true);
    const wrong = ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01"];
    expect([...wrong, "2026-1-1", "20260101", "2026-01-01T00:00", ""].some(isPlainDate)).toBe(false);
  });

  it("uses the last day of a shorter month, so 29 February plus 24 months is 28 February", () => {
    expect(addMonths("2024-02-29", 24)).toBe("2026-02-28");
    expect(addMonths("2024-02-29", 48)).toBe("2028-02-29");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-03-31", -13)).toBe("2025-02-28");
  });

  it("adds days across months, years and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("gives existing dates in the right order when adding", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (day, count) => {
        expect(isPlainDate(addMonths(day, count))).toBe(true);
        expect(compare(day, addMonths(day, count))).toBe(-1);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(addMonths(day, count).slice(0, 7)).toBe(addMonths(`${day.slice(0, 7)}-01`, count).slice(0, 7));
      }),
    );
    expect(compare("2026-01-01", "2026-01-01")).toBe(0);
    expect(compare("2026-01-02", "2026-01-01")).toBe(1);
  });

  it("knows the day in the supplier's time zone", () => {
    const beforeMidnightInParis = Date.UTC(2026, 10, 20, 22, 59);
    expect(todayIn("Europe/Paris", beforeMidnightInParis)).toBe("2026-11-20");
    expect(todayIn("Europe/Paris", beforeMidnightInParis + 60_000)).toBe("2026-11-21");
    expect(todayIn("UTC", beforeMidnightInParis + 60_000)).toBe("2026-11-20");
  });

  it("writes dates, months and instants in both languages", () => {
    expect(formatDate("2026-11-20", "fr")).toBe("20/11/2026");
    expect(formatDate("2026-09-05", "en")).toBe("5 Sep 2026");
    expect(formatMonth("2026-11-20", "fr")).toBe("Novembre 2026");
    expect(formatMonth("2026-08", "fr")).toBe("Août 2026");
    expect(formatMonth("2026-02", "en")).toBe("February 2026");
    const instant = Date.UTC(2026, 6, 1, 22, 5);
    expect(formatInstant(instant, "fr", "Europe/Paris")).toBe("02/07/2026 à 00:05");
    expect(formatInstant(new Date(instant), "en", "Europe/Paris")).toBe("2 Jul 2026, 00:05");
  });
});
