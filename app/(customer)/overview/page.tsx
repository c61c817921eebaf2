import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { OverviewPage } from "@/components/overview/overview-page";
import { openOverview } from "@/lib/overview/open-overview";
import { overviewView } from "@/lib/overview/overview-view";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/overview">) {
  const session = await requireReader();
  const overview = await openOverview(session, await searchParams);
  return (
    <CustomerShell session={session} section="overview">
      {overview ? (
        <OverviewPage overview={overviewView(overview)} customerNumber={session.account.customerNumber} />
      ) : (
        <EmptyOverview supplierName={session.supplier.name} />
      )}
    </CustomerShell>
  );
}
