import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InstallationPage } from "@/components/console/installation-page";
import { RecentDepositsPage } from "@/components/console/recent-deposits-page";
import { listRecentDeposits } from "@/lib/deposits/list-recent-deposits";
import { checkReadiness } from "@/lib/health/check-readiness";
import { requireStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "./console-shell";

const SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console"))("pageTitle") };
}

export default async function Page() {
  const session = await requireStaff();
  const { viewer, supplier } = session;
  return (
    <ConsoleShell session={session} section="today">
      {viewer.kind === "operator" || !supplier ? (
        <InstallationPage readiness={await checkReadiness()} />
      ) : (
        <RecentDepositsPage
          supplierName={supplier.name}
          timeZone={supplier.timeZone}
          deposits={await listRecentDeposits(viewer, SHOWN)}
        />
      )}
    </ConsoleShell>
  );
}
