import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreviewPage } from "@/components/accounting/preview-page";
import { previewBatch } from "@/lib/accounting/preview-batch";
import { searchParam } from "@/lib/http/search-params";
import { parseDay } from "@/lib/invoices/filter/parse-day";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../../customer-shell";
import { accountingWords } from "../accounting-words";
import { makeBatchAction } from "../make-batch-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounting"))("previewTitle") };
}

/** `/invoices/accounting/preview`: what the next batch would contain; nothing is stored. */
export default async function Page({ searchParams }: PageProps<"/invoices/accounting/preview">) {
  const session = await requireCustomer();
  const params = await searchParams;
  const typed = (searchParam(params, "through") ?? "").trim();
  const issuedThrough = parseDay(typed);
  const { entry } = await accountingWords();
  const currency = searchParam(params, "currency") ?? "EUR";
  const preview = await previewBatch(session, { currency, issuedThrough }, entry);
  return (
    <CustomerShell session={session} section="invoices">
      <PreviewPage
        preview={preview}
        currency={currency}
        typedThrough={typed}
        isThroughInvalid={typed !== "" && issuedThrough === null}
        make={makeBatchAction}
      />
    </CustomerShell>
  );
}
