import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemovedPage } from "@/components/invoices/register/removed-page";
import { readFlash } from "@/lib/http/flash";
import { searchParam } from "@/lib/http/search-params";
import { openRemoved } from "@/lib/invoices/one/open-removed";
import { removedView } from "@/lib/invoices/one/removed-view";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../customer-shell";
import { askDuplicateAction } from "./ask-duplicate-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("removed"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/removed">) {
  const session = await requireReader();
  const params = await searchParams;
  const number = searchParam(params, "number").trim();
  const scope = readScope(params);
  const [accounts, ownAccounts, { result }] = await Promise.all([
    accountsInScope(session, scope),
    listOwnAccounts(session),
    readFlash("/invoices/removed"),
  ]);
  const documents = await openRemoved(accounts, number);
  return (
    <CustomerShell session={session} section="invoices">
      <RemovedPage
        view={removedView(documents, { number, scope, ownAccounts, flash: result })}
        retentionMonths={session.supplier.retentionMonths}
        ask={askDuplicateAction}
      />
    </CustomerShell>
  );
}
