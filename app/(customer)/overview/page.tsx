import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { OverviewPage } from "@/components/overview/overview-page";
import { openOverview } from "@/lib/overview/open-overview";
import { overviewPath } from "@/lib/overview/overview-query";
import { overviewView } from "@/lib/overview/overview-view";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { scopeChoice } from "@/lib/persons/scope-choice";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { openTabCounts } from "@/lib/tasks/open-tasks";
import { taskLinks } from "@/lib/tasks/task-links";
import { CustomerShell } from "../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/overview">) {
  const session = await requireReader();
  const params = await searchParams;
  const scope = readScope(params);
  const [overview, ownAccounts] = await Promise.all([
    openOverview(session, params),
    listOwnAccounts(session),
  ]);
  const choice = scopeChoice(scope, ownAccounts, (one) =>
    overviewPath({
      by: null,
      currency: null,
      period: "year",
      showsAll: false,
      ...overview?.query,
      scope: one,
    }),
  );
  return (
    <CustomerShell session={session} section="overview" scope={scope}>
      {overview ? (
        <OverviewPage
          overview={overviewView(overview)}
          customerNumber={scope === "all" ? null : session.account.customerNumber}
          scope={choice}
          counts={(await openTabCounts(session, scope))?.counts ?? null}
          taskLinks={taskLinks(scope)}
        />
      ) : (
        <EmptyOverview supplierName={session.supplier.name} scope={choice} />
      )}
    </CustomerShell>
  );
}
