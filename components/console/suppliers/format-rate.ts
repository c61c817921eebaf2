import { percentOf } from "@/lib/mails/sending-limits";

/** A number in per cent, as `3,2 %`: at most two digits after the comma. */
export const formatPercent = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(percent / 100);

/** The share of mails that came back, or that were complained of. */
export const formatRate = (troubles: number, sent: number, locale: string): string =>
  formatPercent(percentOf(troubles, sent), locale);
