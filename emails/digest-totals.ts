import type { Locale } from "@/lib/languages";
import { formatMoney, type Minor } from "@/lib/money";
import type { MailDocument } from "./mail-frame";
import { amountOf } from "./mail-words";

/** The sum of the documents in each currency, in the order of the currencies' codes. */
export function totalsOf(documents: readonly MailDocument[], locale: Locale): string[] {
  const sums = new Map<string, Minor>();
  for (const document of documents) {
    sums.set(document.currency, (sums.get(document.currency) ?? 0n) + amountOf(document));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => formatMoney(sum, currency, locale));
}

/** The documents by day of issue, the latest day first; within a day in the order they came. */
export function byIssueDate(documents: readonly MailDocument[]): [string, MailDocument[]][] {
  const days = new Map<string, MailDocument[]>();
  for (const document of documents) {
    const day = days.get(document.issuedOn);
    if (day) day.push(document);
    else days.set(document.issuedOn, [document]);
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
}
