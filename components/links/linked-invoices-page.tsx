import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { formatDate } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import type { LinkedInvoice } from "@/lib/links/list-linked-invoices";
import { formatMoney } from "@/lib/money";

interface LinkedInvoiceRow extends LinkedInvoice {
  openHref: string;
  /** Sends the file to a form that is posted. */
  takeUrl: string;
}

interface LinkedInvoicesPageProps {
  supplierName: string;
  companyName: string;
  invoices: readonly LinkedInvoiceRow[];
  signInHref: string;
}

/** `/d/{token}`: the invoices of a direct link, to read and download without signing in. */
export async function LinkedInvoicesPage({
  supplierName,
  companyName,
  invoices,
  signInHref,
}: LinkedInvoicesPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("link")]);
  return (
    <>
      <PageHead title={t("title", { count: invoices.length, supplier: supplierName })}>
        <p className="text-2 text-ink-2">{companyName}</p>
      </PageHead>
      {invoices.length === 0 && <p>{t("none")}</p>}
      <ol className="bleed border-t border-line bg-surface">
        {invoices.map((invoice) => (
          <li
            key={invoice.id}
            id={invoice.id}
            className="grid gap-x-6 gap-y-2 border-b border-line px-(--gutter) py-4 target:bg-accent-soft tablet:grid-cols-[minmax(0,1fr)_auto_auto] tablet:items-center tablet:px-4"
          >
            <div className="min-w-0">
              <p className="font-bold break-words">
                {invoice.number} {invoice.type === "credit_note" && <Badge>{t("creditNote")}</Badge>}
              </p>
              <p className="text-2 text-ink-2">
                {t("issued", { date: formatDate(invoice.issuedOn, locale) })}
                {invoice.dueOn &&
                  `, ${t("due", { way: invoice.paymentWay, date: formatDate(invoice.dueOn, locale) })}`}
                {invoice.transferAccount !== null && `, IBAN ${invoice.transferAccount}`}
              </p>
              <p className="text-1 text-ink-2">
                {t("kept", { date: formatDate(invoice.removeAfter, locale) })}
              </p>
            </div>
            <p className="text-4 font-bold whitespace-nowrap tablet:text-right">
              {formatMoney(invoice.signedWithVatMinor, invoice.currency, locale)}
            </p>
            <div className="flex flex-wrap gap-3">
              <LinkButton href={invoice.openHref}>{t("open")}</LinkButton>
              <form method="post" action={invoice.takeUrl}>
                <SubmitButton kind={invoices.length === 1 ? "main" : "plain"}>
                  <Icon name="download" />
                  {t("download", {
                    kind: invoice.mediaType === "application/pdf" ? "PDF" : "XML",
                    size: formatFileSize(invoice.size, locale),
                  })}
                </SubmitButton>
              </form>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-6 text-2 text-ink-2">
        {t("everything")}{" "}
        <a className="tap-link" href={signInHref}>
          {t("signIn")}
        </a>
      </p>
    </>
  );
}
