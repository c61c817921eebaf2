import { formatInstant } from "@/lib/dates";
import type { ColleagueRow } from "./colleague-row";

type Words = (key: `access.${ColleagueRow["access"]}`, values: { until: string }) => string;

/** The state of an access in words, with its date where it has one. */
export function accessWords(
  t: Words,
  colleague: Pick<ColleagueRow, "access" | "accessUntil">,
  locale: "fr" | "en",
  timeZone: string,
): string {
  const { access, accessUntil } = colleague;
  return t(`access.${access}`, {
    until: accessUntil === null ? "" : formatInstant(accessUntil, locale, timeZone),
  });
}
