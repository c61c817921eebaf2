import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { InvoiceLines } from "@/components/invoices/contents/invoice-lines";
import { ReadableView } from "@/components/invoices/contents/readable-view";
import { DocumentPreview } from "@/components/invoices/document/document-preview";
import { Downloads } from "@/components/invoices/document/downloads";
import { Fingerprint } from "@/components/invoices/document/fingerprint";
import { History } from "@/components/invoices/document/history";
import { InvoiceCrumb } from "@/components/invoices/document/invoice-crumb";
import type { InvoiceDetail } from "@/components/invoices/document/invoice-detail";
import { InvoiceFacts } from "@/components/invoices/document/invoice-facts";
import { InvoiceHead } from "@/components/invoices/document/invoice-head";
import { LinkedDocuments } from "@/components/invoices/document/linked-documents";
import { Note } from "@/components/ui/note";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";

/** What the file holds; null for a PDF without data, where nothing is missing. */
export type ContentsShown =
  { ok: true; contents: InvoiceContents } | { ok: false; reason: "too_large" | "unreadable" } | null;

type InvoicePageProps = ComponentProps<typeof InvoiceCrumb> & {
  invoice: InvoiceDetail;
  contents: ContentsShown;
  /** The original shown by the browser; null when it must only be downloaded. */
  openHref: string | null;
  /** IANA zone of the history's hours. */
  timeZone: string;
};

/** `/invoices/{id}`: one document, what it says, its proof and its original. */
export async function InvoicePage({ invoice, contents, listQuery, neighbours, ...props }: InvoicePageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice")]);
  const isPdf = invoice.mediaType === "application/pdf";
  return (
    <>
      <InvoiceCrumb listQuery={listQuery} neighbours={neighbours} />
      <InvoiceHead invoice={invoice} openHref={isPdf ? props.openHref : null} locale={locale} />
      <div className="invoice-page">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 [grid-area:view] print:empty:hidden">
          {isPdf && props.openHref !== null && <DocumentPreview href={props.openHref} />}
          {contents?.ok &&
            (isPdf ? (
              <InvoiceLines contents={contents.contents} />
            ) : (
              <ReadableView contents={contents.contents} />
            ))}
          {contents?.ok === false && (
            <Note tone="info">
              <p>{t(`notRead.${contents.reason}`)}</p>
            </Note>
          )}
        </div>
        <InvoiceFacts invoice={invoice} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 [grid-area:aside]">
          <LinkedDocuments invoice={invoice} listQuery={listQuery} />
          <Downloads invoice={invoice} openHref={props.openHref} />
          <Fingerprint sha256={invoice.sha256} legalRole={invoice.legalRole} />
          <History entries={invoice.history} type={invoice.type} timeZone={props.timeZone} />
        </div>
      </div>
    </>
  );
}
