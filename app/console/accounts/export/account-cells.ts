import type { getTranslations } from "next-intl/server";
import { type AccountFacts, troubleOf, unseenCauseOf } from "@/lib/accounts/lists/account-facts";
import { type AccountListName, unusedActivationBefore } from "@/lib/accounts/lists/account-list";
import { now } from "@/lib/clock";
import { csvText } from "@/lib/csv-text";
import { formatDate, todayIn } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

type Words = Awaited<ReturnType<typeof getTranslations<"console.accounts">>>;

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

/** The heads of the columns of the CSV file. */
export const accountHeads = (t: Words): string[] => COLUMNS.map((name) => t(`columns.${name}`));

interface Context {
  list: AccountListName | null;
  locale: Locale;
  timeZone: string;
  t: Words;
}

/**
 * One account as cells of the CSV file, texts quoted, count and date as they are; in a list, its state says what the list is
 * about.
 */
export function accountCells(row: AccountFacts, context: Context): string[] {
  const { locale, t } = context;
  return [
    csvText(row.customerNumber),
    csvText(row.companyName),
    csvText(row.siren ?? ""),
    csvText(row.email ?? ""),
    csvText(t(row.channel === "paper" ? "preferences.paper" : `preferences.${row.preference}`)),
    csvText(stateInWords(row, context)),
    String(row.people),
    csvText(row.adviser ?? ""),
    row.lastInvoiceOn === null ? "" : formatDate(row.lastInvoiceOn, locale),
  ];
}

function stateInWords(row: AccountFacts, { list, locale, timeZone, t }: Context): string {
  const day = (at: Date | null) => (at ? formatDate(todayIn(timeZone, at.getTime()), locale) : "");
  if (list === "unseen" && row.unopenedSince)
    return t(`unseen.${unseenCauseOf(row)}`, { date: day(row.unopenedSince) });
  if (list === "leaving" && row.leavingOn !== null)
    return t("leaving", { count: row.leaving, date: formatDate(row.leavingOn, locale) });
  if (list === "requests" && row.oldestRequestAt)
    return t("waiting.requests", { count: row.openRequests, date: day(row.oldestRequestAt) });
  if (list === "questions" && row.oldestQuestionAt)
    return t("waiting.questions", { count: row.openQuestions, date: day(row.oldestQuestionAt) });
  const trouble = troubleOf(row, unusedActivationBefore(now()));
  if (trouble === "person_refused") return t("troubles.person_refused", { count: row.refusedPeople });
  if (trouble === "bounced" && row.addressReason === "mailbox_full")
    return t("troubles.full", { date: day(row.addressSince) });
  const isActivation = trouble === "never_activated" || trouble === "not_activated_yet";
  return t(`troubles.${trouble}`, { date: day(isActivation ? row.activationMailedAt : row.addressSince) });
}
