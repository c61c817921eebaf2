import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { type AccountFacts, troubleOf, unseenCauseOf } from "@/lib/accounts/lists/account-facts";
import type { AccountListName } from "@/lib/accounts/lists/account-list";
import { formatDate, todayIn } from "@/lib/dates";

interface AccountStateProps {
  row: AccountFacts;
  list: AccountListName | null;
  timeZone: string;
  unusedActivationBefore: Date;
}

/** What hinders an account; in a list, what the list is about. */
export async function AccountState({ row, list, timeZone, unusedActivationBefore }: AccountStateProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.accounts")]);
  const day = (at: Date) => formatDate(todayIn(timeZone, at.getTime()), locale);
  if (list === "unseen")
    return row.unopenedSince ? (
      <Soft>{t(`unseen.${unseenCauseOf(row)}`, { date: day(row.unopenedSince) })}</Soft>
    ) : (
      <Well>{t("settled.unseen")}</Well>
    );
  if (list === "leaving")
    return row.leaving > 0 && row.leavingOn !== null ? (
      <Soft>{t("leaving", { count: row.leaving, date: formatDate(row.leavingOn, locale) })}</Soft>
    ) : (
      <Well>{t("settled.leaving")}</Well>
    );
  if (list === "requests" && row.oldestRequestAt)
    return <Soft>{t("waiting.requests", { count: row.openRequests, date: day(row.oldestRequestAt) })}</Soft>;
  if (list === "questions" && row.oldestQuestionAt)
    return (
      <Soft>{t("waiting.questions", { count: row.openQuestions, date: day(row.oldestQuestionAt) })}</Soft>
    );

  const trouble = troubleOf(row, unusedActivationBefore);
  const refusal = { date: row.addressSince ? day(row.addressSince) : "" };
  const activation = { date: row.activationMailedAt ? day(row.activationMailedAt) : "" };
  switch (trouble) {
    case "none":
      return <Well>{t("troubles.none")}</Well>;
    case "bounced":
      return (
        <Bad>{t(row.addressReason === "mailbox_full" ? "troubles.full" : "troubles.bounced", refusal)}</Bad>
      );
    case "complained":
    case "suppressed":
      return <Bad>{t(`troubles.${trouble}`, refusal)}</Bad>;
    case "person_refused":
      return <Bad>{t("troubles.person_refused", { count: row.refusedPeople })}</Bad>;
    case "never_activated":
    case "not_activated_yet":
      return trouble === "never_activated" ? (
        <Soft>{t("troubles.never_activated", activation)}</Soft>
      ) : (
        <span>{t("troubles.not_activated_yet", activation)}</span>
      );
    case "no_address":
      return <Soft>{t("troubles.no_address")}</Soft>;
    case "closed":
    case "closing":
    case "paper":
      return <span>{t(`troubles.${trouble}`)}</span>;
  }
}

const Bad = ({ children }: { children: ReactNode }) => (
  <span className="font-medium text-bad">{children}</span>
);
const Soft = ({ children }: { children: ReactNode }) => (
  <span className="font-medium text-warn">{children}</span>
);
const Well = ({ children }: { children: ReactNode }) => (
  <span className="text-ok">
    <Icon name="check" /> {children}
  </span>
);
