import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Actions } from "@/components/ui/actions";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type BulkAction, writeBulkAccounts, writeBulkAction } from "@/lib/accounts/bulk/bulk-action";
import type { BulkPlan, PlannedAccount } from "@/lib/accounts/bulk/plan-bulk";
import { accountsPath } from "@/lib/accounts/lists/account-query";

const ALL = { q: "", list: null, sort: { by: "company", isDescending: false } } as const;

interface BulkPageProps {
  action: BulkAction;
  plan: BulkPlan;
  apply: AnsweringAction;
}

/** `/console/accounts/bulk`: what an action will do to each of the chosen accounts, then « Appliquer ». */
export async function BulkPage({ action, plan, apply }: BulkPageProps) {
  const t = await getTranslations("console.accounts");
  const changed = plan.accounts.filter(({ why }) => why === null);
  const left = plan.accounts.filter(({ why }) => why !== null);
  const title = titleOf();
  return (
    <div className="max-w-text">
      <nav className="breadcrumb" aria-label={t("bulk.path")}>
        <a href={accountsPath(ALL)}>{t("title")}</a>
      </nav>
      <PageHead title={title} />
      {plan.accounts.length === 0 ? (
        <EmptyState title={t("bulk.noneTitle")}>
          <p className="text-ink-2">{t("bulk.none")}</p>
          <Actions>
            <LinkButton kind="main" href="/console/accounts">
              {t("bulk.back")}
            </LinkButton>
          </Actions>
        </EmptyState>
      ) : (
        <AnsweredForm action={apply} className="grid gap-8">
          <input type="hidden" name="action" value={writeBulkAction(action)} />
          <input type="hidden" name="accounts" value={writeBulkAccounts(changed)} />
          {changed.length > 0 && (
            <Section title={t("bulk.will", { count: changed.length })}>
              <AccountLines accounts={changed} say={(account) => willSay(account)} />
            </Section>
          )}
          {left.length > 0 && (
            <Section title={t("bulk.cannot", { count: left.length })}>
              <AccountLines
                accounts={left}
                say={({ why }) => why !== null && <span className="text-warn">{t(`bulk.why.${why}`)}</span>}
              />
            </Section>
          )}
          <Actions>
            {changed.length > 0 && <SubmitButton kind="main">{t("bulk.apply")}</SubmitButton>}
            <LinkButton kind="quiet" href="/console/accounts">
              {t("bulk.cancel")}
            </LinkButton>
          </Actions>
        </AnsweredForm>
      )}
    </div>
  );

  function titleOf(): string {
    if (action.kind === "set_preference")
      return t("bulk.titlePreference", { preference: t(`preferences.${action.preference}`) });
    if (action.kind === "assign")
      return plan.adviser ? t("bulk.titleAssign", { name: plan.adviser.label }) : t("bulk.titleUnassign");
    return t("bulk.titleResend");
  }

  function willSay({ email, preference, adviser, generation }: PlannedAccount): ReactNode {
    if (action.kind === "set_preference")
      return t("bulk.fromPreference", { from: t(`preferences.${preference}`) });
    if (action.kind === "assign")
      return adviser === null ? t("bulk.fromNobody") : t("bulk.fromAdviser", { name: adviser });
    return t("bulk.toAddress", { email: email ?? "", count: generation });
  }
}

interface AccountLinesProps {
  accounts: readonly PlannedAccount[];
  say: (account: PlannedAccount) => ReactNode;
}

function AccountLines({ accounts, say }: AccountLinesProps) {
  return (
    <ul className="text-2">
      {accounts.map((account) => (
        <li
          key={account.accountId}
          className="grid gap-x-4 border-b border-line py-2 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span className="min-w-0 wrap-anywhere">
            <b>{account.companyName}</b> <span className="text-ink-2">{account.customerNumber}</span>
          </span>
          <span className="wrap-anywhere">{say(account)}</span>
        </li>
      ))}
    </ul>
  );
}
