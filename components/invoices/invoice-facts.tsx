import { getLocale, getTranslations } from "next-intl/server";
import { formatName } from "@/components/invoices/format-name";
import { profileName } from "@/components/invoices/profile-name";
import type { InvoiceDetail } from "@/components/invoices/invoice-detail";
import { Facts } from "@/components/ui/facts";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

/** Amount first, then everything read in the file that a reader looks for. */
export async function InvoiceFacts({ invoice }: { invoice: InvoiceDetail }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.facts")]);
  const { totalWithVat, totalWithoutVat } = invoice;
  const money = (minor: bigint) => formatMoney(minor, totalWithVat.currency, locale);
  const hasVat = totalWithoutVat?.currency === totalWithVat.currency;
  return (
    <section aria-labelledby="amount">
      <h2 className="sr-only" id="amount">
        {t("title")}
      </h2>
      <div className="bleed border border-line bg-surface px-(--gutter) py-6 tablet:rounded-2 tablet:px-8">
        <p className="amount">{money(totalWithVat.minor)}</p>
        <p className="mt-2 text-2 text-ink-2">
          {invoice.type === "credit_note"
            ? t("creditedToYou")
            : invoice.dueOn === null
              ? t("withVat")
              : t("payableOn", { date: formatDate(invoice.dueOn, locale) })}
        </p>
        <table className="sum mt-6">
          <tbody>
            {totalWithoutVat && (
              <tr>
                <th scope="row">{t("withoutVat")}</th>
                <td>{formatMoney(totalWithoutVat.minor, totalWithoutVat.currency, locale)}</td>
              </tr>
            )}
            {totalWithoutVat && hasVat && (
              <tr>
                <th scope="row">{t("vat")}</th>
                <td>{money(totalWithVat.minor - totalWithoutVat.minor)}</td>
              </tr>
            )}
            <tr className="total">
              <th scope="row">{t("total")}</th>
              <td>
                <span>{money(totalWithVat.minor)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <Facts
        className="mt-6 desk:grid-cols-[max-content_1fr_max-content_1fr]"
        facts={[
          { term: t("issuedOn", { type: invoice.type }), value: formatDate(invoice.issuedOn, locale) },
          { term: t("dueOn"), value: invoice.dueOn && formatDate(invoice.dueOn, locale) },
          { term: t("contract", { count: invoice.contracts.length }), value: invoice.contracts.join(", ") },
          { term: t("vehicle", { count: invoice.vehicles.length }), value: invoice.vehicles.join(", ") },
          { term: t("seller"), value: invoice.sellerName },
          { term: t("buyer"), value: invoice.buyerName },
          {
            term: t("format"),
            value: [
              formatName(invoice.format),
              invoice.profile && t("profile", { profile: profileName(invoice.profile) }),
            ]
              .filter(Boolean)
              .join(", "),
          },
          { term: t("hereUntil"), value: t("until", { date: formatDate(invoice.removeAfter, locale) }) },
        ]}
      />
    </section>
  );
}
