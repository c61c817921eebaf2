import { addDays, type PlainDate } from "@/lib/dates";

/** Public holidays with a fixed date (Code du travail, art. L3133-1), as `MM-DD`. */
const FIXED = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);
/** Days from Easter Sunday to Easter Monday, Ascension Day and Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

/** Returns whether the day is a public holiday in France. */
export function isFrenchHoliday(day: PlainDate): boolean {
  if (FIXED.has(day.slice(5))) return true;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return AFTER_EASTER.some((days) => addDays(easter, days) === day);
}

/** The date of Easter in the Gregorian calendar (the anonymous algorithm, as in Meeus, Astronomical Algorithms). */
function easterSunday(year: number): PlainDate {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const moon = Math.floor((century - correction + 1) / 3);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((goldenNumber + 11 * epact + 22 * weekday) / 451);
  const month = Math.floor((epact + weekday - 7 * shift + 114) / 31);
  const dayOfMonth = ((epact + weekday - 7 * shift + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
