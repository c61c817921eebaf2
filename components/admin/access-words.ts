import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import type { Colleague } from "@/lib/users/colleague";

type Words = (key: `access.${Colleague["access"]}`, values: { until: string }) => string;

/** Returns the state of an access as text, with its date if it has one. */
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
