import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatName } from "@/components/invoices/document/format-name";
import { Icon, type IconName } from "@/components/ui/icon";
import { formatFileSize } from "@/lib/file-size";
import type { InvoiceView } from "@/lib/invoices/one/invoice-view";
import { Fold } from "./fold";

/** The links to the files of the invoice. */
export async function Downloads({ invoice }: { invoice: InvoiceView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.downloads")]);
  const isPdf = invoice.mediaType === "application/pdf";
  const count = 2 + (invoice.xmlAttachment === null ? 0 : 1) + invoice.joinedDocuments.length;
  return (
    <Fold icon="download" title={t("title")} count={count}>
      <ul className="border-t border-line print:hidden">
        <Download
          icon={isPdf ? "file" : "code"}
          href={invoice.downloadHref}
          detail={formatFileSize(invoice.size, locale)}
        >
          {t("original", { kind: isPdf ? "PDF" : "XML" })}
        </Download>
        {invoice.xmlAttachment !== null && (
          <Download icon="code" href={invoice.xmlHref} detail={invoice.xmlAttachment}>
            {t("xml", { format: formatName(invoice.format) })}
          </Download>
        )}
        {invoice.joinedDocuments.map(({ name, href }) => (
          <Download key={href} icon="file" href={href} detail={t("joined")}>
            {name}
          </Download>
        ))}
        <Download icon="next" href={invoice.openHref}>
          {t("open")}
        </Download>
      </ul>
      <p className="text-1 break-words text-ink-2">{t("fileName", { name: invoice.fileName })}</p>
    </Fold>
  );
}

interface DownloadProps {
  icon: IconName;
  href: string;
  detail?: string;
  children: ReactNode;
}

/** One line; its link covers the full width. */
function Download({ icon, href, detail, children }: DownloadProps) {
  return (
    <li className="download-row">
      <Icon name={icon} className="text-ink-2" />
      <a className="after:absolute after:inset-0" href={href}>
        {children}
      </a>
      {detail !== undefined && <span className="text-ink-3">{detail}</span>}
    </li>
  );
}
