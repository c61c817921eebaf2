import { getLocale, getTranslations } from "next-intl/server";
import { DocumentPreview } from "@/components/invoices/document-preview";
import { Downloads } from "@/components/invoices/downloads";
import { Fingerprint } from "@/components/invoices/fingerprint";
import { History } from "@/components/invoices/history";
import type { InvoiceDetail } from "@/components/invoices/invoice-detail";
import { InvoiceFacts } from "@/components/invoices/invoice-facts";
import { InvoiceHead } from "@/components/invoices/invoice-head";
import { InvoiceLines } from "@/components/invoices/invoice-lines";
import { LinkedDocuments } from "@/components/invoices/linked-documents";
import { ReadableView } from "@/components/invoices/readable-view";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";

/** What the file holds; null for a PDF without data, where nothing is missing. */
export type ContentsShown =
  { ok: true; contents: InvoiceContents } | { ok: false; reason: "too_large" | "unreadable" } | null;

type InvoicePageProps = {
  invoice: InvoiceDetail;
  contents: ContentsShown;
  /** What the URL of the list one came from says, with its `?`. */
  listQuery: string;
  /** The invoices beside this one in that list. */
  neighbours: { previousId: string | null; nextId: string | null };
  /** The original shown by the browser; null when it must only be downloaded. */
  openHref: string | null;
  /** IANA zone of the history's hours. */
  timeZone: string;
};

/** `/invoices/{id}`: one document, what it says, its proof and its original. */
export async function InvoicePage({ invoice, contents, listQuery, ...props }: InvoicePageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice")]);
  const { previousId, nextId } = props.neighbours;
  const isPdf = invoice.mediaType === "application/pdf";
  return (
    <>
      <nav className="crumb" aria-label={t("breadcrumb")}>
        <Icon name="back" />
        <a className="go" href={`/invoices${listQuery}`}>
          {t("list")}
        </a>
        <span className="beside">
          {previousId !== null && (
            <a className="go" rel="prev" href={`/invoices/${previousId}${listQuery}`}>
              {t("previous")}
            </a>
          )}
          {nextId !== null && (
            <a className="go" rel="next" href={`/invoices/${nextId}${listQuery}`}>
              {t("next")}
            </a>
          )}
        </span>
      </nav>
      <InvoiceHead invoice={invoice} openHref={isPdf ? props.openHref : null} locale={locale} />
      <div className="doc">
        <div className="doc-view">
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
        <div className="doc-aside">
          <LinkedDocuments invoice={invoice} listQuery={listQuery} />
          <Downloads invoice={invoice} openHref={props.openHref} />
          <Fingerprint sha256={invoice.sha256} legalRole={invoice.legalRole} />
          <History entries={invoice.history} type={invoice.type} timeZone={props.timeZone} />
        </div>
      </div>
    </>
  );
}
