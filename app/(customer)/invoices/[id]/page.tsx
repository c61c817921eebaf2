import { MissingPage } from "@/app/missing-page";
import { InvoicePage } from "@/components/invoices/invoice-page";
import { requireCustomer } from "@/lib/auth/current-session";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { isVisit, setPageStatus } from "@/lib/http/response-head";
import { findRemovedById } from "@/lib/invoices/find-removed";
import { getInvoice } from "@/lib/invoices/get-invoice";
import { readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/invoice-query";
import { openSurroundings } from "@/lib/invoices/open-surroundings";
import { recordReading } from "@/lib/invoices/record-reading";
import { findOwnInvoice } from "@/lib/persons/find-own-invoice";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { cache } from "react";
import { CustomerShell } from "../../customer-shell";
import { contentsShown, invoiceDetail } from "./invoice-props";

type Props = PageProps<"/invoices/[id]">;

const openInvoice = cache(async (id: string) => {
  const session = await requireCustomer();
  return { session, invoice: await getInvoice(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { invoice } = await openInvoice((await params).id);
  if (!invoice) return { title: (await getTranslations("notFound"))("pageTitle") };
  return { title: (await getTranslations("invoice"))(`title.${invoice.type}`, { number: invoice.number }) };
}

export default async function Page({ params, searchParams }: Props) {
  const { session, invoice } = await openInvoice((await params).id);
  if (!invoice) {
    const { id } = await params;
    const removed = await findRemovedById(session.viewer, id);
    if (removed) redirect(`/invoices/removed?${new URLSearchParams({ number: removed.number })}`);
    const account = await findOwnInvoice(session, id);
    if (account) setPageStatus(404);
    else answerNotFound();
    return <MissingPage elsewhere={account && { account, path: `/invoices/${id}` }} />;
  }
  if (isVisit()) recordReading(session.viewer, invoice.id, "seen");
  const { supplier } = session;
  // The page has no query of its own: this is the list's, given back to it.
  const query = readInvoiceQuery(await searchParams);
  const { neighbours, events, contents } = await openSurroundings(session, invoice, query);
  return (
    <CustomerShell session={session} section="invoices">
      <InvoicePage
        invoice={invoiceDetail(invoice, events, {
          userId: session.viewer.userId,
          supplierName: supplier.name,
          timeZone: supplier.timeZone,
        })}
        contents={contentsShown(contents)}
        listQuery={writeInvoiceQuery(query)}
        neighbours={neighbours}
        openHref={`/invoices/${invoice.id}/original`}
        timeZone={supplier.timeZone}
      />
    </CustomerShell>
  );
}
