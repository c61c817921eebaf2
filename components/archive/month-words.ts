import { formatMonth } from "@/lib/dates";

const FRENCH = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");

/** « oct. » of `2026-10`. */
export function shortMonth(month: string, locale: "fr" | "en"): string {
  const at = Number(month.slice(5, 7)) - 1;
  return locale === "fr" ? (FRENCH[at] ?? "") : formatMonth(`${month}-01`, "en").slice(0, 3);
}

/** « 4/12 » of `2026-12-04`: within the year that is about. */
export function shortDay(day: string, locale: "fr" | "en"): string {
  const [date, month] = [Number(day.slice(8, 10)), Number(day.slice(5, 7))];
  return locale === "fr" ? `${date}/${month}` : `${date} ${shortMonth(day, "en")}`;
}
