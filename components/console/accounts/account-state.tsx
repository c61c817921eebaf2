import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { AccountFacts } from "@/lib/accounts/lists/account-facts";
import type { AccountListName } from "@/lib/accounts/lists/account-list";
import { accountStateWords } from "./account-state-words";

interface AccountStateProps {
  row: AccountFacts;
  list: AccountListName | null;
  timeZone: string;
  unusedActivationBefore: Date;
}

const STYLES = {
  ok: "text-ok",
  warn: "font-medium text-warn",
  bad: "font-medium text-bad",
  plain: undefined,
};

/** The state of an account: its problem, or, in one of the lists, the fact by which the list selects its accounts. */
export async function AccountState({ row, ...context }: AccountStateProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.accounts")]);
  const { tone, text } = accountStateWords(row, { ...context, locale, t });
  return (
    <span className={STYLES[tone]}>
      {tone === "ok" && (
        <>
          <Icon name="check" />{" "}
        </>
      )}
      {text}
    </span>
  );
}
