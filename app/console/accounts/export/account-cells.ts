import type { getTranslations } from "next-intl/server";
import { accountStateWords } from "@/components/console/accounts/account-state-words";
import type { AccountFacts } from "@/lib/accounts/lists/account-facts";
import { csvText } from "@/lib/csv-text";
import { formatDate } from "@/lib/dates";

type Words = Awaited<ReturnType<typeof getTranslations<"console.accounts">>>;
type Context = Parameters<typeof accountStateWords>[1];

const COLUMNS = [
  "number",
  "company",
  "siren",
  "address",
  "preference",
  "state",
  "people",
  "adviser",
  "last",
] as const;

/** The column headings of the CSV file. */
export const accountHeadings = (t: Words): string[] => COLUMNS.map((name) => t(`columns.${name}`));

/**
 * Returns one account as cells of the CSV file: texts are quoted, the count and the date are not. In an export of one
 * list, the state is the fact by which the list selects its accounts.
 */
export function accountCells(row: AccountFacts, context: Context): string[] {
  const { locale, t } = context;
  return [
    csvText(row.customerNumber),
    csvText(row.companyName),
    csvText(row.siren ?? ""),
    csvText(row.email ?? ""),
    csvText(t(row.channel === "paper" ? "preferences.paper" : `preferences.${row.preference}`)),
    csvText(accountStateWords(row, context).text),
    String(row.people),
    csvText(row.adviser ?? ""),
    row.lastInvoiceOn === null ? "" : formatDate(row.lastInvoiceOn, locale),
  ];
}
