import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BulkPage } from "@/components/console/accounts/bulk-page";
import { readBulkAction } from "@/lib/accounts/bulk/bulk-action";
import { planBulk } from "@/lib/accounts/bulk/plan-bulk";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { applyBulkAction } from "./apply-bulk-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.accounts"))("bulk.title") };
}

/** The preview of an action on the ticked accounts. The form of the list opens it with GET; it changes nothing. */
export default async function Page({ searchParams }: PageProps<"/console/accounts/bulk">) {
  const session = await requireSupplierStaff();
  const params = await searchParams;
  const action = readBulkAction(typeof params.action === "string" ? params.action : "");
  if (!action) redirect("/console/accounts");
  const ticked = [params.account ?? []].flat();
  const shown = typeof params.shown === "string" ? params.shown.split(" ") : [];
  const plan = await planBulk(session.viewer, action, params.all === "1" ? shown : ticked);
  if (!plan) redirect("/console/accounts");
  return (
    <ConsoleShell session={session} section="accounts">
      <BulkPage action={action} plan={plan} apply={applyBulkAction} />
    </ConsoleShell>
  );
}
