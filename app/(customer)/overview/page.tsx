import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { OverviewPage } from "@/components/overview/overview-page";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import { openOverview, type Overview } from "@/lib/overview/open-overview";
import { totalOf } from "@/lib/overview/spend";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../customer-shell";
import {
  comparisonShown,
  currencyChoices,
  dimensionChoices,
  exportHref,
  monthShown,
  nameShown,
  spendShown,
} from "./overview-props";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/overview">) {
  const session = await requireCustomer();
  const overview = await openOverview(session, await searchParams);
  return (
    <CustomerShell session={session} section="overview">
      {overview ? (
        <FilledOverview overview={overview} customerNumber={session.account.customerNumber} />
      ) : (
        <EmptyOverview supplierName={session.supplier.name} />
      )}
    </CustomerShell>
  );
}

async function FilledOverview({ overview, customerNumber }: { overview: Overview; customerNumber: string }) {
  const t = await getTranslations("overview.by");
  const { months, currency, comparison, names, dimension } = overview;
  const latest = months.slice(-BREAKDOWN_MONTHS);
  const shown = months.map((month) => monthShown(month, overview));
  return (
    <OverviewPage
      customerNumber={customerNumber}
      exportHref={exportHref(overview)}
      currency={currency}
      currencies={currencyChoices(overview)}
      pairs={shown
        .slice(-BREAKDOWN_MONTHS)
        .map((now, at) => ({ now, before: shown[at + shown.length - 2 * BREAKDOWN_MONTHS] ?? now }))}
      months={shown.toReversed()}
      monthsTotal={spendShown(totalOf(months), currency)}
      year={comparison && comparisonShown(comparison, currency)}
      total={spendShown(totalOf(latest), currency)}
      dimension={dimension}
      dimensions={dimensionChoices(overview, { contract: t("contract"), vehicle: t("vehicle") })}
      names={names.map((line) => nameShown(line, overview, latest))}
      correctiveCount={months.reduce((count, month) => count + month.correctiveCount, 0)}
    />
  );
}
