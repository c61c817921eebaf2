import { getLocale, getTranslations } from "next-intl/server";
import { formatName } from "@/components/invoices/document/format-name";
import type { InvoiceDetail } from "@/components/invoices/document/invoice-detail";
import { formatFileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";

interface DownloadsProps {
  invoice: InvoiceDetail;
  openHref: string | null;
}

/** The files of the invoice. */
export async function Downloads({ invoice, openHref }: DownloadsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.downloads")]);
  const isPdf = invoice.mediaType === "application/pdf";
  return (
    <Section title={t("title")}>
      <ul className="downloads">
        <li>
          <Icon name={isPdf ? "file" : "code"} />
          <a href={`/invoices/${invoice.id}/original?download`}>
            {t("original", { kind: isPdf ? "PDF" : "XML" })}
          </a>
          <span className="text-ink-3">{formatFileSize(invoice.size, locale)}</span>
        </li>
        {invoice.xmlAttachment !== null && (
          <li>
            <Icon name="code" />
            <a href={`/invoices/${invoice.id}/xml`}>{t("xml", { format: formatName(invoice.format) })}</a>
            <span className="text-ink-3">{invoice.xmlAttachment}</span>
          </li>
        )}
        {openHref !== null && (
          <li>
            <Icon name="next" />
            <a href={openHref}>{t("open")}</a>
          </li>
        )}
      </ul>
      <p className="mt-2 text-1 break-words text-ink-2">{t("fileName", { name: invoice.fileName })}</p>
    </Section>
  );
}
