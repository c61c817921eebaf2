import { InvoicePage } from "@/components/invoices/invoice-page";
import { requireCustomer } from "@/lib/auth/current-session";
import { getInvoice } from "@/lib/invoices/get-invoice";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CustomerShell } from "../../customer-shell";
import { invoiceDetail } from "./invoice-props";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoice"))("pageTitle") };
}

export default async function Page({ params }: PageProps<"/invoices/[id]">) {
  const session = await requireCustomer();
  const { supplier } = session;
  const invoice = await getInvoice(session.viewer, (await params).id);
  if (!invoice) notFound();
  return (
    <CustomerShell session={session} section="invoices">
      <InvoicePage
        invoice={invoiceDetail(invoice, supplier.name)}
        listHref="/invoices"
        verifyHref={null}
        openHref={`/invoices/${invoice.id}/original`}
        timeZone={supplier.timeZone}
      />
    </CustomerShell>
  );
}
