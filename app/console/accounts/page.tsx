import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountsPage } from "@/components/console/accounts/accounts-page";
import { listAssignees } from "@/lib/accounts/list-assignees";
import { unusedActivationBefore } from "@/lib/accounts/lists/account-list";
import { readAccountQuery } from "@/lib/accounts/lists/account-query";
import { listAccounts } from "@/lib/accounts/lists/list-accounts";
import { now } from "@/lib/clock";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.accounts"))("title") };
}

/** The list of accounts. A search for the complete number of an invoice redirects to the page of its account. */
export default async function Page({ searchParams }: PageProps<"/console/accounts">) {
  const session = await requireSupplierStaff();
  const { viewer, supplier } = session;
  const query = readAccountQuery(await searchParams);
  const [result, assignees] = await Promise.all([listAccounts(viewer, query), listAssignees(viewer)]);
  if (result.invoice)
    redirect(`/console/accounts/${result.invoice.accountId}?invoice=${result.invoice.invoiceId}`);
  return (
    <ConsoleShell session={session} section="accounts">
      <AccountsPage
        query={query}
        result={result}
        assignees={assignees}
        supplierName={supplier.name}
        timeZone={supplier.timeZone}
        unusedActivationBefore={unusedActivationBefore(now())}
      />
    </ConsoleShell>
  );
}
