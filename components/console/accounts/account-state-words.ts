import type { getTranslations } from "next-intl/server";
import { type AccountFacts, troubleOf, unseenCauseOf } from "@/lib/accounts/lists/account-facts";
import type { AccountListName } from "@/lib/accounts/lists/account-list";
import { formatDate, todayIn } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

interface Context {
  list: AccountListName | null;
  locale: Locale;
  timeZone: string;
  /** An account whose activation was mailed before this instant and not used counts as never activated. */
  unusedActivationBefore: Date;
  t: Awaited<ReturnType<typeof getTranslations<"console.accounts">>>;
}

/**
 * Returns the state of an account as text, for the page and the CSV file: its problem, or, in one of the lists, the
 * fact by which the list selects its accounts.
 */
export function accountStateWords(
  row: AccountFacts,
  { list, locale, timeZone, unusedActivationBefore, t }: Context,
): { tone: "ok" | "warn" | "bad" | "plain"; text: string } {
  const day = (at: Date | null) => (at ? formatDate(todayIn(timeZone, at.getTime()), locale) : "");
  if (list === "unseen")
    return row.unopenedSince
      ? { tone: "warn", text: t(`unseen.${unseenCauseOf(row)}`, { date: day(row.unopenedSince) }) }
      : { tone: "ok", text: t("settled.unseen") };
  if (list === "leaving") {
    if (row.leaving === 0 || row.leavingOn === null) return { tone: "ok", text: t("settled.leaving") };
    const date = formatDate(row.leavingOn, locale);
    return { tone: "warn", text: t("leaving", { count: row.leaving, date }) };
  }
  if (list === "requests" && row.oldestRequestAt) {
    const date = day(row.oldestRequestAt);
    return { tone: "warn", text: t("waiting.requests", { count: row.openRequests, date }) };
  }
  if (list === "questions" && row.oldestQuestionAt) {
    const date = day(row.oldestQuestionAt);
    return { tone: "warn", text: t("waiting.questions", { count: row.openQuestions, date }) };
  }
  const trouble = troubleOf(row, unusedActivationBefore);
  switch (trouble) {
    case "none":
      return { tone: "ok", text: t("troubles.none") };
    case "bounced": {
      const words = row.addressReason === "mailbox_full" ? "troubles.full" : "troubles.bounced";
      return { tone: "bad", text: t(words, { date: day(row.addressSince) }) };
    }
    case "complained":
    case "suppressed":
      return { tone: "bad", text: t(`troubles.${trouble}`, { date: day(row.addressSince) }) };
    case "person_refused":
      return { tone: "bad", text: t("troubles.person_refused", { count: row.refusedPeople }) };
    case "never_activated":
    case "not_activated_yet": {
      const text = t(`troubles.${trouble}`, { date: day(row.activationMailedAt) });
      return { tone: trouble === "never_activated" ? "warn" : "plain", text };
    }
    case "no_address":
      return { tone: "warn", text: t("troubles.no_address") };
    case "closed":
    case "closing":
    case "paper":
      return { tone: "plain", text: t(`troubles.${trouble}`) };
  }
}
