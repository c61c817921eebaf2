import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import type { Colleague } from "@/lib/users/colleague";

type Words = (key: `access.${Colleague["access"]}`, values: { until: string }) => string;

/** Returns the state of a colleague's access as text, with the date of its end if there is one. */
export function accessWords(
  t: Words,
  colleague: Pick<Colleague, "access" | "accessUntil">,
  locale: Locale,
  timeZone: string,
): string {
  const { access, accessUntil } = colleague;
  return t(`access.${access}`, {
    until: accessUntil === null ? "" : formatInstant(accessUntil, locale, timeZone),
  });
}
