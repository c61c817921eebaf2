import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InstallationPage } from "@/components/console/installation-page";
import { TodayPage } from "@/components/console/today/today-page";
import { openToday } from "@/lib/console/open-today";
import { listRecentDeposits } from "@/lib/deposits/list-recent-deposits";
import { checkReadiness } from "@/lib/health/check-readiness";
import {
  isSupplierStaffSession,
  requireStaff,
  type SupplierStaffSession,
} from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "./console-shell";

/** The number of latest deposits on the page. */
const SHOWN = 12;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console"))("pageTitle") };
}

export default async function Page() {
  const session = await requireStaff();
  return (
    <ConsoleShell session={session} section="today">
      {isSupplierStaffSession(session) ? (
        await todayPage(session)
      ) : (
        <InstallationPage readiness={await checkReadiness()} />
      )}
    </ConsoleShell>
  );
}

async function todayPage({ viewer, supplier }: SupplierStaffSession) {
  const { timeZone } = supplier;
  const [today, deposits] = await Promise.all([
    openToday(viewer, timeZone),
    listRecentDeposits(viewer, SHOWN),
  ]);
  return <TodayPage today={today} deposits={deposits} supplierName={supplier.name} timeZone={timeZone} />;
}
