import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InvoiceLines } from "@/components/invoices/contents/invoice-lines";
import { ReadableView } from "@/components/invoices/contents/readable-view";
import { DocumentPreview } from "@/components/invoices/document/document-preview";
import { Downloads } from "@/components/invoices/document/downloads";
import { Fingerprint } from "@/components/invoices/document/fingerprint";
import { History } from "@/components/invoices/document/history";
import { InvoiceCrumb } from "@/components/invoices/document/invoice-crumb";
import { InvoiceFacts } from "@/components/invoices/document/invoice-facts";
import { InvoiceHead } from "@/components/invoices/document/invoice-head";
import { LinkedDocuments } from "@/components/invoices/document/linked-documents";
import type { PreviewProps } from "@/components/invoices/preview/preview";
import { Note } from "@/components/ui/note";
import type { InvoiceView } from "@/lib/invoices/one/invoice-view";

interface InvoicePageProps {
  invoice: InvoiceView;
  /** The IANA time zone for the times of the history. */
  timeZone: string;
  /** The questions about the invoice (`Questions`). */
  questions: ReactNode;
  /** The links with which it is shared (`ShareInvoice`). */
  share: ReactNode;
  canShare: boolean;
  /** How the document is shown at first. */
  previewStart: PreviewProps["start"];
}

/** `/invoices/{id}`: one document with its contents, proof and original. */
export async function InvoicePage({
  invoice,
  timeZone,
  questions,
  share,
  canShare,
  previewStart,
}: InvoicePageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice")]);
  const { contents, notRead } = invoice;
  const isPdf = invoice.mediaType === "application/pdf";
  const readable = !isPdf && contents;
  const printHref = isPdf ? invoice.openHref : readable ? "#readable" : null;
  // Where the readable view is the document to print, nothing else of the page is printed.
  const besideDocument = readable ? "print:hidden" : "";
  return (
    <>
      <InvoiceCrumb place={invoice.place} />
      <InvoiceHead invoice={invoice} printHref={printHref} canShare={canShare} locale={locale} />
      <div className="invoice-page">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 [grid-area:view] print:empty:hidden">
          {isPdf && <DocumentPreview href={invoice.openHref} start={previewStart} />}
          {isPdf && contents && <InvoiceLines contents={contents} />}
          {readable && <ReadableView contents={readable} type={invoice.type} issuedOn={invoice.issuedOn} />}
          {notRead && (
            <Note tone="info">
              <p>{t(`notRead.${notRead}`)}</p>
              {notRead === "busy" && (
                <p className="mt-2">
                  <a href={invoice.pageHref}>{t("readAgain")}</a>
                </p>
              )}
            </Note>
          )}
        </div>
        <div className={`[grid-area:facts] print:order-first ${besideDocument}`}>
          <InvoiceFacts invoice={invoice} />
        </div>
        <div className={`grid grid-cols-[minmax(0,1fr)] gap-8 [grid-area:aside] ${besideDocument}`}>
          <LinkedDocuments invoice={invoice} />
          {questions}
          <div className="section border-t-line">
            {share}
            <Downloads invoice={invoice} />
            <Fingerprint sha256={invoice.sha256} legalRole={invoice.legalRole} />
            <History entries={invoice.history} type={invoice.type} timeZone={timeZone} />
          </div>
        </div>
      </div>
    </>
  );
}
