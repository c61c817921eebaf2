import { getLocale, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatDate, type PlainDate } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import type { LinkedInvoice } from "@/lib/links/list-linked-invoices";
import { formatMoney } from "@/lib/money";

interface SharedInvoicePageProps {
  companyName: string;
  share: { recipient: string; until: PlainDate };
  invoice: Pick<
    LinkedInvoice,
    "number" | "type" | "issuedOn" | "signedWithVatMinor" | "currency" | "mediaType" | "size"
  >;
  openHref: string;
  downloadHref: string;
}

/**
 * `/d/{token}` of a shared invoice: what it is, who shares it with whom, and the document. Nothing else of the company is
 * said.
 */
export async function SharedInvoicePage(props: SharedInvoicePageProps) {
  const { companyName, share, invoice } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("link.shared")]);
  return (
    <div className="max-w-text space-y-4 py-8">
      <h1 className="[overflow-wrap:anywhere]">
        {t("title", { type: invoice.type, number: invoice.number })}
      </h1>
      <p className="text-4 [overflow-wrap:anywhere] text-ink-2">
        {t.rich("lead", {
          company: companyName,
          recipient: share.recipient,
          date: formatDate(share.until, locale),
          name: (chunks) => <bdi>{chunks}</bdi>,
        })}
      </p>
      <p>
        <b className="text-5 whitespace-nowrap">
          {formatMoney(invoice.signedWithVatMinor, invoice.currency, locale)}
        </b>{" "}
        <span className="text-2 text-ink-2">
          {t("issued", { type: invoice.type, date: formatDate(invoice.issuedOn, locale) })}
        </span>
      </p>
      <Actions>
        <LinkButton kind="main" href={props.openHref}>
          {t("open")}
        </LinkButton>
        <LinkButton href={props.downloadHref}>
          <Icon name="download" />
          {t("download", {
            kind: invoice.mediaType === "application/pdf" ? "PDF" : "XML",
            size: formatFileSize(invoice.size, locale),
          })}
        </LinkButton>
      </Actions>
      <p className="text-2 text-ink-2">{t("noted")}</p>
    </div>
  );
}
