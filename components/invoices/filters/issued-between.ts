import { formatDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

interface Bounds {
  from: string | null;
  to: string | null;
}

/** Returns a period as arguments of the messages: « du 01/10/2026 au 31/10/2026 », « depuis le … », « jusqu'au … ». */
export function issuedBetween({ from, to }: Bounds, locale: Locale) {
  return {
    bounds: from === null ? "to" : to === null ? "from" : "both",
    from: from === null ? "" : formatDate(from, locale),
    to: to === null ? "" : formatDate(to, locale),
  };
}
