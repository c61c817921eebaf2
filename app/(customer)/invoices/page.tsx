import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExpiryBanner } from "@/components/archive/expiry-banner";
import { InvoicesPage } from "@/components/invoices/register/invoices-page";
import { readFlash } from "@/lib/http/flash";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { openRegister } from "@/lib/invoices/register/open-register";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { readScope } from "@/lib/persons/scope";
import { openExpiryGuard } from "@/lib/retention/open-expiry-guard";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { Arrival } from "../arrival";
import { CustomerShell } from "../customer-shell";
import { archivePath, guardShown } from "./archive/archive-props";
import { filterProps, said, savingRefusal } from "./filter-props";
import { formerPortal, noMail, periodShown, registerProps, vacancy } from "./register-props";
import { removeFilterAction } from "./remove-filter-action";
import { resultProps } from "./result-props";
import { saveFilterAction } from "./save-filter-action";
import { scopeSwitch } from "./scope-props";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices">) {
  const session = await requireCustomer();
  const params = await searchParams;
  const scope = readScope(params);
  const [register, guard, flash, locale] = await Promise.all([
    openRegister(session, params),
    accountsInScope(session, scope).then(openExpiryGuard),
    readFlash("/invoices"),
    getLocale(),
  ]);
  const { supplier, query, list } = register;
  const listQuery = writeInvoiceQuery(query);
  const firstPage = writeInvoiceQuery({ ...query, page: { direction: "first" } });
  const href = (change: Partial<InvoiceQuery>) => `/invoices${writeInvoiceQuery({ ...query, ...change })}`;
  const period = periodShown(register, href);
  const empty = vacancy(register, href);
  const isSpaceEmpty = empty?.kind === "none_yet";
  // What was said of another search than this one is over.
  const news = flash.path === `/invoices${listQuery}` ? flash : {};
  return (
    <CustomerShell session={session} section="invoices">
      <Arrival session={session} />
      <ExpiryBanner guard={guardShown(guard, scope)} archiveHref={archivePath({ scope })} />
      <InvoicesPage
        noMail={noMail(session, supplier)}
        said={said(news)}
        supplierName={session.supplier.name}
        customerNumber={session.account.customerNumber}
        siren={session.account.companySiren}
        scope={scopeSwitch(scope, register.ownAccounts, (one) =>
          href({ scope: one, page: { direction: "first" } }),
        )}
        archiveHref={archivePath({ scope })}
        filters={isSpaceEmpty ? null : filterProps(register, params, locale, href)}
        savedFilters={{
          filters: register.savedFilters.map(({ id, name, query: kept }) => ({
            id,
            name,
            href: `/invoices?${kept}`,
          })),
          query: firstPage,
          remove: removeFilterAction,
        }}
        saveFilter={
          firstPage === "" ? null : { query: firstPage, refusal: savingRefusal(news), save: saveFilterAction }
        }
        result={
          isSpaceEmpty || (empty && firstPage === "" && register.savedFilters.length === 0)
            ? null
            : resultProps(session, register, href)
        }
        register={registerProps(session, register, href)}
        period={period}
        changePeriodHref="/profile/display"
        vacancy={empty}
        missingHelpHref={`/${supplier.slug}/help/missing-invoice`}
        pager={{
          previousHref: list.previous && href({ page: { direction: "before", cursor: list.previous } }),
          nextHref: list.next && href({ page: { direction: "after", cursor: list.next } }),
          isNewestFirst: query.sort.by === "date" && !query.sort.isAscending,
        }}
        formerPortal={list.next === null ? formerPortal(supplier) : null}
      />
    </CustomerShell>
  );
}
