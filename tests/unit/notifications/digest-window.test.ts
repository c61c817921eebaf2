import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "@/lib/dates";
import { HOUR_MS } from "@/lib/durations";
import { lastDigestWindow } from "@/lib/notifications/digest-window";

/** When the window of this day closes, for a given hour. */
function closing(timeZone: string, hour: number, day: PlainDate): string {
  const window = lastDigestWindow(timeZone, hour, new Date(`${day}T12:00:00Z`));
  expect(window.day).toBe(day);
  return window.closedAt.toISOString();
}

describe("the hour of the daily digest", () => {
  it("follows the wall clock of the time zone in summer and in winter", () => {
    const at = (hour: number, now: string) => lastDigestWindow("Europe/Paris", hour, new Date(now));
    const summer = { day: "2026-07-14", closedAt: new Date("2026-07-14T16:00:00Z") };
    expect(at(18, "2026-07-14T16:00:00Z")).toEqual(summer);
    expect(at(18, "2026-07-15T15:59:59Z")).toEqual(summer);
    const winter = { day: "2026-12-24", closedAt: new Date("2026-12-24T17:00:00Z") };
    expect(at(18, "2026-12-24T17:00:00Z")).toEqual(winter);
    expect(at(18, "2026-12-25T16:59:59Z")).toEqual(winter);
    expect(at(0, "2026-07-13T22:00:00Z")).toEqual({
      day: "2026-07-14",
      closedAt: new Date("2026-07-13T22:00:00Z"),
    });
  });

  it.each([
    // Paris: the clocks go from 02:00 to 03:00.
    ["Europe/Paris", 1, "2026-03-29", "2026-03-29T00:00:00.000Z"],
    ["Europe/Paris", 2, "2026-03-29", "2026-03-29T01:00:00.000Z"],
    ["Europe/Paris", 3, "2026-03-29", "2026-03-29T01:00:00.000Z"],
    ["Europe/Paris", 4, "2026-03-29", "2026-03-29T02:00:00.000Z"],
    // Saint-Pierre-et-Miquelon, west of Greenwich: from 02:00 to 03:00.
    ["America/Miquelon", 1, "2026-03-08", "2026-03-08T04:00:00.000Z"],
    ["America/Miquelon", 2, "2026-03-08", "2026-03-08T05:00:00.000Z"],
    ["America/Miquelon", 3, "2026-03-08", "2026-03-08T05:00:00.000Z"],
    // Beirut: from 00:00 to 01:00.
    ["Asia/Beirut", 0, "2026-03-29", "2026-03-28T22:00:00.000Z"],
    ["Asia/Beirut", 1, "2026-03-29", "2026-03-28T22:00:00.000Z"],
  ])("is the next hour when clocks skip it in spring: %s, %i:00 on %s", (timeZone, hour, day, instant) => {
    expect(closing(timeZone, hour, day)).toBe(instant);
  });

  it.each([
    // Paris: the clocks go from 03:00 back to 02:00.
    ["Europe/Paris", 1, "2026-10-25", "2026-10-24T23:00:00.000Z"],
    ["Europe/Paris", 2, "2026-10-25", "2026-10-25T00:00:00.000Z"],
    ["Europe/Paris", 3, "2026-10-25", "2026-10-25T02:00:00.000Z"],
    // Saint-Pierre-et-Miquelon: from 02:00 back to 01:00.
    ["America/Miquelon", 0, "2026-11-01", "2026-11-01T02:00:00.000Z"],
    ["America/Miquelon", 1, "2026-11-01", "2026-11-01T03:00:00.000Z"],
    ["America/Miquelon", 2, "2026-11-01", "2026-11-01T05:00:00.000Z"],
  ])(
    "is the first of the two when clocks repeat it in autumn: %s, %i:00 on %s",
    (timeZone, hour, day, instant) => {
      expect(closing(timeZone, hour, day)).toBe(instant);
    },
  );

  it.each([
    ["Europe/Paris", "2026-03-29"],
    ["Europe/Paris", "2026-10-25"],
    ["America/Miquelon", "2026-03-08"],
    ["America/Miquelon", "2026-11-01"],
  ])("closes each day once around a change of clocks: %s, %s", (timeZone, day) => {
    const start = Date.parse(`${addDays(day, -1)}T12:00:00Z`);
    for (const hour of [1, 2, 3]) {
      const closed: PlainDate[] = [];
      let known = lastDigestWindow(timeZone, hour, new Date(start));
      for (let instant = start; instant <= start + 48 * HOUR_MS; instant += HOUR_MS) {
        const window = lastDigestWindow(timeZone, hour, new Date(instant));
        if (window.day === known.day) expect(window).toEqual(known);
        else {
          expect(window.closedAt).toEqual(new Date(instant));
          closed.push(window.day);
        }
        known = window;
      }
      expect(closed, `${hour}:00`).toEqual([day, addDays(day, 1)]);
    }
  });
});
