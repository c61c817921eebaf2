import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BatchPage } from "@/components/accounting/batch-page";
import { LAYOUT_WIDTHS } from "@/lib/accounting/layouts/layout";
import { openBatch } from "@/lib/accounting/open-batch";
import { readFlash } from "@/lib/http/flash";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounting"))("title") };
}

/** `/invoices/accounting/{id}`: a batch, in each layout. */
export default async function Page({ params }: PageProps<"/invoices/accounting/[id]">) {
  const session = await requireCustomer();
  const { id } = await params;
  const [batch, { result }] = await Promise.all([
    openBatch(session.viewer, id),
    readFlash(`/invoices/accounting/${id}`),
  ]);
  if (!batch) notFound();
  return (
    <CustomerShell session={session} section="invoices">
      <BatchPage
        layoutWidths={LAYOUT_WIDTHS}
        batch={batch}
        timeZone={session.supplier.timeZone}
        isMade={result.made !== undefined}
      />
    </CustomerShell>
  );
}
