import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import type { InvoiceView } from "@/lib/invoices/one/invoice-view";
import { formatMoney } from "@/lib/money";

/** The documents that refer to this one or that it refers to, and the net amount after credit notes. */
export async function LinkedDocuments({ invoice }: { invoice: InvoiceView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  const { kind, corrects, corrections } = invoice;
  const kinds = new Set(corrections.map((correction) => correction.kind));
  return (
    <>
      {corrects.length > 0 && (
        <Section title={t("namedTitle", { kind, count: corrects.length })}>
          {corrects.map((document) => (
            <LinkedDocument key={document.number} document={document}>
              {document.removedOn !== null
                ? t("removed", { date: formatDate(document.removedOn, locale) })
                : t(document.href === null ? "notHere" : "named", { kind })}
            </LinkedDocument>
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
            <LinkedDocument key={correction.id} document={correction}>
              {t("correction", {
                kind: correction.kind,
                type: invoice.type,
                others: correction.namesOthers ? "yes" : "no",
              })}
            </LinkedDocument>
          ))}
          <NetAmount invoice={invoice} />
        </Section>
      )}
    </>
  );
}

interface LinkedDocumentProps {
  document: Pick<InvoiceView["corrects"][number], "number" | "issuedOn" | "href">;
  children: ReactNode;
}

async function LinkedDocument({ document: { number, issuedOn, href }, children }: LinkedDocumentProps) {
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

async function NetAmount({ invoice }: { invoice: InvoiceView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.linked")]);
  const { credited } = invoice;
  if (credited === null) return null;
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  return (
    <table className="totals mt-3">
      <tbody>
        <tr>
          <th scope="row">{t("invoice")}</th>
          <td>{money(invoice.signedWithVatMinor)}</td>
        </tr>
        {credited.creditNotes.map(({ id, number, amountMinor }) => (
          <tr key={id}>
            <th scope="row">{t("creditNote", { number })}</th>
            <td>{money(amountMinor)}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t("net")}</th>
          <td>
            <span className="total-figure">{money(credited.netMinor)}</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
