import { getTranslations } from "next-intl/server";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { OVERVIEW_MONTHS } from "@/lib/month-settings";
import type { ScopeChoice } from "@/lib/persons/scope-choice";

/** `/overview` of an account that has no document in the months it covers. */
export async function EmptyOverview({
  supplierName,
  scope,
}: {
  supplierName: string;
  scope: ScopeChoice | null;
}) {
  const t = await getTranslations("overview");
  return (
    <>
      <PageHead title={t("title")} />
      {scope && <ScopeSwitch scope={scope} />}
      <EmptyState title={t("empty.title")}>
        <p className="text-ink-2">{t("empty.lead", { supplier: supplierName, months: OVERVIEW_MONTHS })}</p>
        <Actions>
          <LinkButton href="/invoices">{t("empty.invoices")}</LinkButton>
        </Actions>
      </EmptyState>
    </>
  );
}
