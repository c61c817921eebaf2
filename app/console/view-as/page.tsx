import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerShell } from "@/app/(customer)/customer-shell";
import { ViewAsLimitsPage } from "@/components/console/view-as-limits-page";
import { readerSession, requireViewAs } from "@/lib/sign-in/session/current-session";
import { leaveViewAction } from "./leave-view-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.viewAs"))("limitsTitle") };
}

/** While staff view as a customer, this page replaces each page or form that they cannot use in that view. */
export default async function Page() {
  const session = readerSession(await requireViewAs());
  if (!session) return null;
  return (
    <CustomerShell session={session} section={null}>
      <ViewAsLimitsPage companyName={session.account.companyName} leave={leaveViewAction} />
    </CustomerShell>
  );
}
