import { getLocale, getTranslations } from "next-intl/server";
import { DocumentPreview } from "@/components/invoices/document-preview";
import { Downloads } from "@/components/invoices/downloads";
import { formatFileSize } from "@/components/invoices/file-size";
import { Fingerprint } from "@/components/invoices/fingerprint";
import { History } from "@/components/invoices/history";
import type { InvoiceDetail } from "@/components/invoices/invoice-detail";
import { InvoiceFacts } from "@/components/invoices/invoice-facts";
import { LinkedDocuments } from "@/components/invoices/linked-documents";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";

type InvoicePageProps = {
  invoice: InvoiceDetail;
  /** What the URL of the list one came from says, with its `?`. */
  listQuery: string;
  /** The page that checks a file against the register; null while it does not exist. */
  verifyHref: string | null;
  /** The original shown by the browser; null when it must only be downloaded. */
  openHref: string | null;
  /** IANA zone of the history's hours. */
  timeZone: string;
};

/** `/invoices/{id}`: one document, what it says, its proof and its original. */
export async function InvoicePage({ invoice, listQuery, verifyHref, openHref, timeZone }: InvoicePageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice")]);
  const kind = invoice.mediaType === "application/pdf" ? "PDF" : "XML";
  return (
    <>
      <nav className="crumb" aria-label={t("breadcrumb")}>
        <Icon name="back" />
        <a className="go" href={`/invoices${listQuery}`}>
          {t("list")}
        </a>
      </nav>
      <div className="head">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="[overflow-wrap:anywhere]">
            {t(`title.${invoice.kind}`, { number: invoice.number })}
          </h1>
          <Tag>{t(`legalRole.${invoice.legalRole}`)}</Tag>
        </div>
        <Actions className="max-tablet:w-full">
          <LinkButton kind="main" href={`/invoices/${invoice.id}/original?download`}>
            <Icon name="download" />
            {t("download", { kind, size: formatFileSize(invoice.size, locale) })}
          </LinkButton>
        </Actions>
      </div>
      <div className="doc">
        <div>
          {invoice.mediaType === "application/pdf" && openHref !== null && (
            <DocumentPreview href={openHref} />
          )}
          <InvoiceFacts invoice={invoice} />
          <LinkedDocuments invoice={invoice} listQuery={listQuery} />
        </div>
        <div>
          <Downloads invoice={invoice} openHref={openHref} />
          <Fingerprint sha256={invoice.sha256} legalRole={invoice.legalRole} verifyHref={verifyHref} />
          <History entries={invoice.history} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}
