import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountingPage } from "@/components/accounting/accounting-page";
import { openAccounting } from "@/lib/accounting/open-accounting";
import { readFlash } from "@/lib/http/flash";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounting"))("title") };
}

/** `/invoices/accounting`: the batches for the customer's accounting, and what waits for the next one. */
export default async function Page() {
  const session = await requireCustomer();
  const [view, { result }] = await Promise.all([openAccounting(session), readFlash("/invoices/accounting")]);
  return (
    <CustomerShell session={session} section="invoices">
      <AccountingPage view={view} timeZone={session.supplier.timeZone} refusal={result.reason ?? null} />
    </CustomerShell>
  );
}
