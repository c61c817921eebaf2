import { InvoicesPage } from "@/components/invoices/invoices-page";
import { requireCustomer } from "@/lib/auth/current-session";
import { writeInvoiceQuery, type InvoiceQuery } from "@/lib/invoices/invoice-query";
import { openRegister } from "@/lib/invoices/open-register";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerShell } from "../customer-shell";
import { formerPortal, noMail, periodShown, registerRow, vacancy } from "./register-props";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices">) {
  const session = await requireCustomer();
  const register = await openRegister(session, await searchParams);
  const href = (change: Partial<InvoiceQuery>) =>
    `/invoices${writeInvoiceQuery({ ...register.query, ...change })}`;
  const { list } = register;
  return (
    <CustomerShell session={session} section="invoices">
      <InvoicesPage
        noMail={noMail(session, register.supplier)}
        supplierName={session.supplier.name}
        customerNumber={session.account.customerNumber}
        siren={session.account.companySiren}
        rows={list.rows.map(registerRow)}
        monthCounts={Object.fromEntries(
          Object.entries(list.months).map(([month, { count }]) => [month, count]),
        )}
        listQuery={writeInvoiceQuery(register.query)}
        period={periodShown(register, href)}
        changePeriodHref="/profile/display"
        vacancy={vacancy(register, href)}
        newerHref={list.previous && href({ page: { direction: "before", cursor: list.previous } })}
        olderHref={list.next && href({ page: { direction: "after", cursor: list.next } })}
        formerPortal={formerPortal(register.supplier)}
      />
    </CustomerShell>
  );
}
