import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HeldMailsNote } from "@/components/console/deliveries/held-mails";
import { TodayPage } from "@/components/console/today/today-page";
import { openToday } from "@/lib/console/open-today";
import { listRecentDeposits } from "@/lib/deposits/list-recent-deposits";
import { readHeldMails } from "@/lib/desk/read-held-mails";
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

/** The day of a supplier's staff. An operator has no customers, and sees the health of the installation. */
export default async function Page() {
  const session = await requireStaff();
  if (!isSupplierStaffSession(session)) redirect("/console/health");
  return (
    <ConsoleShell session={session} section="today">
      {await todayPage(session)}
    </ConsoleShell>
  );
}

async function todayPage({ viewer, supplier }: SupplierStaffSession) {
  const { timeZone } = supplier;
  const [today, held, deposits] = await Promise.all([
    openToday(viewer, timeZone),
    readHeldMails(viewer),
    listRecentDeposits(viewer, SHOWN),
  ]);
  return (
    <>
      <HeldMailsNote held={held} timeZone={timeZone} />
      <TodayPage today={today} deposits={deposits} supplierName={supplier.name} timeZone={timeZone} />
    </>
  );
}
