import { getLocale, getTranslations } from "next-intl/server";
import type { InvoiceDetail, LinkedDocument } from "@/components/invoices/invoice-detail";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

/** The credit notes of an invoice with what remains of it, or the invoices a credit note corrects. */
export async function LinkedDocuments({ invoice }: { invoice: InvoiceDetail }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  const linked = invoice.type === "credit_note" ? invoice.credits : invoice.creditedBy;
  if (linked.length === 0) return null;
  const net = netOf(invoice);
  const { currency } = invoice.totalWithVat;
  return (
    <Section
      title={t(invoice.type === "credit_note" ? "creditedTitle" : "creditNotesTitle", {
        count: linked.length,
      })}
    >
      {linked.map((document) => (
        <p className="linked" key={document.number}>
          {document.id === null ? (
            <b>{document.number}</b>
          ) : (
            <a href={`/invoices/${document.id}`}>
              <b>{document.number}</b>
            </a>
          )}
          {document.issuedOn !== null && ` ${t("dated", { date: formatDate(document.issuedOn, locale) })}`}{" "}
          <span className="text-ink-2">
            {t(document.id === null ? "notHere" : invoice.type === "credit_note" ? "isCredited" : "corrects")}
          </span>
        </p>
      ))}
      {net !== null && (
        <table className="sum mt-3">
          <tbody>
            <tr>
              <th scope="row">{t("invoice")}</th>
              <td>{formatMoney(invoice.totalWithVat.minor, currency, locale)}</td>
            </tr>
            {linked.map(({ number, totalWithVat }) => (
              <tr key={number}>
                <th scope="row">{t("creditNote", { number })}</th>
                <td>{totalWithVat && formatMoney(negative(totalWithVat.minor), currency, locale)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">{t("net")}</th>
              <td>
                <span>{formatMoney(net, currency, locale)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** What is left of the invoice; null when a credit note's amount is unknown or in another currency. */
function netOf({ type, totalWithVat, creditedBy }: InvoiceDetail): bigint | null {
  if (type === "credit_note") return null;
  const isKnown = ({ totalWithVat: total }: LinkedDocument) => total?.currency === totalWithVat.currency;
  if (!creditedBy.every(isKnown)) return null;
  return creditedBy.reduce(
    (net, { totalWithVat: total }) => net + negative(total?.minor ?? 0n),
    totalWithVat.minor,
  );
}

/** A credit note takes away, whether its total is written negative (type 380) or positive (type 381). */
function negative(minor: bigint): bigint {
  return minor > 0n ? -minor : minor;
}
