import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { InvoiceDetail, NamedDocument } from "@/components/invoices/document/invoice-detail";
import { netOfCreditNotes, takenAway } from "@/components/invoices/document/net-of-credit-notes";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

interface LinkedDocumentsProps {
  invoice: InvoiceDetail;
  listQuery: string;
}

/** The documents an invoice or credit note names, those that name it, and what credit notes leave of it. */
export async function LinkedDocuments({ invoice, listQuery }: LinkedDocumentsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  const { kind, corrects, corrections } = invoice;
  const kinds = new Set(corrections.map((correction) => correction.kind));
  return (
    <>
      {corrects.length > 0 && (
        <Section title={t("namedTitle", { kind, count: corrects.length })}>
          {corrects.map((document) => (
            <Linked key={document.number} document={document} href={hrefOf(document, listQuery)}>
              {document.removedOn !== null
                ? t("removed", { date: formatDate(document.removedOn, locale) })
                : t(document.id === null ? "notHere" : "named", { kind })}
            </Linked>
          ))}
        </Section>
      )}
      {corrections.length > 0 && (
        <Section
          title={t("correctionsTitle", {
            kind: kinds.size === 1 ? ([...kinds][0] ?? "mixed") : "mixed",
            count: corrections.length,
          })}
        >
          {corrections.map((correction) => (
            <Linked key={correction.id} document={correction} href={`/invoices/${correction.id}${listQuery}`}>
              {t("correction", {
                kind: correction.kind,
                type: invoice.type,
                others: correction.namesOthers ? "yes" : "no",
              })}
            </Linked>
          ))}
          <Net invoice={invoice} />
        </Section>
      )}
    </>
  );
}

/** To the document, or to what is still known of it (R15); null where there is nothing to open. */
function hrefOf({ id, number, removedOn }: NamedDocument, listQuery: string): string | null {
  if (id !== null) return `/invoices/${id}${listQuery}`;
  return removedOn === null ? null : `/invoices/removed?${new URLSearchParams({ number })}`;
}

interface LinkedProps {
  document: { number: string; issuedOn: string | null };
  href: string | null;
  children: ReactNode;
}

async function Linked({ document: { number, issuedOn }, href, children }: LinkedProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  return (
    <p className="border border-l-4 border-line-2 border-l-ok bg-surface px-4 py-3 text-2 print:break-inside-avoid [p+&]:mt-2">
      {href === null ? (
        <b>{number}</b>
      ) : (
        <a href={href}>
          <b>{number}</b>
        </a>
      )}
      {issuedOn !== null && ` ${t("dated", { date: formatDate(issuedOn, locale) })}`}{" "}
      <span className="text-ink-2">{children}</span>
    </p>
  );
}

async function Net({ invoice }: { invoice: InvoiceDetail }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  const net = netOfCreditNotes(invoice);
  if (net === null) return null;
  const money = (minor: bigint) => formatMoney(minor, invoice.totalWithVat.currency, locale);
  return (
    <table className="totals mt-3">
      <tbody>
        <tr>
          <th scope="row">{t("invoice")}</th>
          <td>{money(invoice.totalWithVat.minor)}</td>
        </tr>
        {invoice.corrections.map(({ id, number, totalWithVat }) => (
          <tr key={id}>
            <th scope="row">{t("creditNote", { number })}</th>
            <td>{money(takenAway(totalWithVat.minor))}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t("net")}</th>
          <td>
            <span className="total-figure">{money(net)}</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
