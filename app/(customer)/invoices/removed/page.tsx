import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemovedPage } from "@/components/invoices/register/removed-page";
import { todayIn } from "@/lib/dates";
import { readFlash } from "@/lib/http/flash";
import { searchParam } from "@/lib/http/search-params";
import { openRemoved } from "@/lib/invoices/one/open-removed";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../customer-shell";
import { companyShown, scopeSwitch } from "../scope-props";
import { askDuplicateAction } from "./ask-duplicate-action";
import { removedPath } from "./removed-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("removed"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/removed">) {
  const session = await requireCustomer();
  const params = await searchParams;
  const number = searchParam(params, "number").trim();
  const scope = readScope(params);
  const [accounts, ownAccounts, flash] = await Promise.all([
    accountsInScope(session, scope),
    listOwnAccounts(session),
    readFlash("/invoices/removed"),
  ]);
  const documents = await openRemoved(accounts, number);
  return (
    <CustomerShell session={session} section="invoices">
      <RemovedPage
        number={number}
        scope={scope}
        scopeSwitch={scopeSwitch(scope, ownAccounts, (one) => removedPath(number, one))}
        documents={documents.map(({ account, removedAt, askedAt, ...document }) => {
          const day = (at: Date) => todayIn(account.supplier.timeZone, at.getTime());
          return {
            ...document,
            company: scope === "all" ? companyShown(account) : null,
            removedOn: day(removedAt),
            askedOn: askedAt && day(askedAt),
            isJustAsked: flash.asked === document.id,
            isRefused: flash.refused === document.id && askedAt === null,
          };
        })}
        retentionMonths={session.supplier.retentionMonths}
        ask={askDuplicateAction}
      />
    </CustomerShell>
  );
}
