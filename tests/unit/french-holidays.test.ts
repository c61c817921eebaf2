import { expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { isFrenchHoliday } from "@/lib/french-holidays";

function holidaysOf(year: number): string[] {
  const found: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
    if (isFrenchHoliday(day)) found.push(day.slice(5));
  return found;
}

it("knows the public holidays of France, with those that follow Easter", () => {
  const dates = "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25";
  expect(holidaysOf(2026)).toEqual(dates.split(" "));
  expect(isFrenchHoliday("2027-03-29")).toBe(true);
  expect(isFrenchHoliday("2025-04-21")).toBe(true);
});
