import { getTranslations } from "next-intl/server";
import { PrintDocument } from "@/components/invoices/document/print-document";
import { SHARE_FIELD } from "@/components/invoices/document/share-invoice";
import { Actions } from "@/components/ui/actions";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatDate } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import type { InvoiceView } from "@/lib/invoices/one/invoice-view";
import type { Locale } from "@/lib/languages";

interface InvoiceHeadProps {
  invoice: InvoiceView;
  /**
   * The link to the document to print: the original PDF, or the readable view on this page; null when there is neither.
   */
  printHref: string | null;
  canShare: boolean;
  locale: Locale;
}

/** The header of an invoice's page: its title, whether the user downloaded it, and buttons to download and print. */
export async function InvoiceHead({ invoice, printHref, canShare, locale }: InvoiceHeadProps) {
  const t = await getTranslations("invoice");
  const kind = invoice.mediaType === "application/pdf" ? "PDF" : "XML";
  return (
    <div className="page-head">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1 className="[overflow-wrap:anywhere]">{t(`title.${invoice.kind}`, { number: invoice.number })}</h1>
        <Badge>{t(`legalRole.${invoice.legalRole}`)}</Badge>
        {invoice.downloadedOn !== null && (
          <p className="text-2 text-ink-2">
            <Icon name="check" />{" "}
            {t("downloadedByYou", { type: invoice.type, date: formatDate(invoice.downloadedOn, locale) })}
          </p>
        )}
      </div>
      <Actions className="max-tablet:w-full">
        <LinkButton kind="main" href={invoice.downloadHref}>
          <Icon name="download" />
          {t("download", { kind, size: formatFileSize(invoice.size, locale) })}
        </LinkButton>
        {canShare && (
          <LinkButton href={`#${SHARE_FIELD}`}>
            <Icon name="share" />
            {t("share.button")}
          </LinkButton>
        )}
        {printHref !== null && (
          <PrintDocument href={printHref} isPdf={kind === "PDF"}>
            <Icon name="print" />
            {t("print")}
          </PrintDocument>
        )}
      </Actions>
    </div>
  );
}
