import type { Locale } from "@/lib/languages";
import { formatMoney, type Minor } from "@/lib/money";
import type { MailDocument } from "./mail-frame";
import { amountOf } from "./mail-words";

/** Returns the sum of the documents in each currency, ordered by currency code. */
export function totalsOf(documents: readonly MailDocument[], locale: Locale): string[] {
  const sums = new Map<string, Minor>();
  for (const document of documents) {
    sums.set(document.currency, (sums.get(document.currency) ?? 0n) + amountOf(document));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => formatMoney(sum, currency, locale));
}

/** Returns the documents grouped by day of issue, latest day first; the order within a day is kept. */
export function byIssueDate(documents: readonly MailDocument[]): [string, MailDocument[]][] {
  const days = new Map<string, MailDocument[]>();
  for (const document of documents) {
    const day = days.get(document.issuedOn);
    if (day) day.push(document);
    else days.set(document.issuedOn, [document]);
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
}
