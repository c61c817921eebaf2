import { getLocale, getTranslations } from "next-intl/server";
import { formatAmount } from "@/components/invoices/contents/format-amount";
import { LineTable } from "@/components/invoices/contents/invoice-lines";
import { totalRows } from "@/components/invoices/contents/total-rows";
import { VatTable } from "@/components/invoices/contents/vat-table";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { countryName } from "@/lib/country-name";
import { formatDate, type PlainDate } from "@/lib/dates";
import type { ContentsParty, InvoiceContents } from "@/lib/formats/invoice-contents";
import { formatIban, formatSiren } from "@/lib/written-identifiers";

interface ReadableViewProps {
  contents: InvoiceContents;
  /** On a credit note, nothing is shown as an amount to pay. */
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
}

/** A readable view of an invoice that is data only (XML). The file remains the original. */
export async function ReadableView({ contents, type, issuedOn }: ReadableViewProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.readable")]);
  const { seller, buyer, period, notes, totals, currency, allowances } = contents;
  const day = (date: string | null) => date && formatDate(date, locale);
  const amount = (decimal: string) => formatAmount(decimal, currency, locale);
  return (
    <section
      className="grid grid-cols-[minmax(0,1fr)] gap-6 rounded-2 border border-line bg-surface p-8 max-tablet:p-4 print:border-0 print:p-0"
      aria-labelledby="readable"
    >
      <h2 id="readable">{t("title")}</h2>
      <Note tone="info">
        <p>{t("original")}</p>
      </Note>
      <div className="grid grid-cols-[1fr_1fr] gap-6 text-2 max-tablet:grid-cols-[minmax(0,1fr)]">
        <Party title={t("seller")} party={seller} />
        <Party title={t("buyer")} party={buyer} />
      </div>
      <Facts
        facts={[
          { term: t("issuedOn"), value: formatDate(issuedOn, locale) },
          { term: t("orderReference"), value: contents.orderReference },
          { term: t("buyerReference"), value: contents.buyerReference },
          {
            term: t("externalDocuments", { count: contents.externalDocuments.length }),
            value: contents.externalDocuments.join(", "),
          },
          {
            term: t("dueOn", { count: contents.dueDates.length }),
            value: contents.dueDates.map((date) => formatDate(date, locale)).join(", "),
          },
          { term: t("deliveredOn"), value: day(contents.deliveredOn) },
          {
            term: t("period"),
            value: [day(period.from), day(period.to)].filter((date) => date !== null).join(" – "),
          },
        ]}
      />
      {contents.lineCount > 0 && <LineTable contents={contents} />}
      {allowances.length > 0 && (
        <table className="totals ml-auto max-w-96" aria-label={t("allowances")}>
          <tbody>
            {allowances.map(({ isCharge, reason, amount: value }, index) => (
              <tr key={index}>
                <th scope="row">
                  {t(isCharge ? "charge" : "allowance")}
                  {reason !== null && `, ${reason}`}
                </th>
                <td>{value === null ? "–" : (isCharge ? "" : "\u2212") + amount(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <VatTable contents={contents} />
      <table className="totals ml-auto max-w-96" aria-label={t("totals")}>
        <tbody>
          {totalRows(totals, type).map(({ label, decimal }) => (
            <tr key={label} className={label === "withVat" ? "total" : undefined}>
              <th scope="row">{t(`total.${label}`)}</th>
              <td>
                {label === "withVat" ? (
                  <span className="total-figure">{amount(decimal)}</span>
                ) : (
                  amount(decimal)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        facts={[
          { term: t("paymentTerms"), value: contents.paymentTerms },
          {
            term: t("paymentAccount"),
            // Not shown on a credit note, because a reader could think that it has to be paid.
            value: type === "invoice" && contents.paymentAccount && formatIban(contents.paymentAccount),
          },
          { term: t("notes", { count: notes.length }), value: notes.length > 0 ? notes.join(" ") : null },
        ]}
      />
    </section>
  );
}

async function Party({ title, party }: { title: string; party: ContentsParty }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.readable")]);
  const address = [...party.address, ...(party.country === null ? [] : [countryName(party.country, locale)])];
  return (
    <div>
      <h3 className="text-1 font-regular text-ink-2">{title}</h3>
      <p>
        <b className="block wrap-anywhere">{party.name ?? "–"}</b>
        {address.map((line, index) => (
          <span className="block wrap-anywhere" key={index}>
            {line}
          </span>
        ))}
        {party.legalId !== null && (
          <small className="block text-1 wrap-anywhere text-ink-2">
            {t(party.legalIdKind ?? "legalId", { id: formatSiren(party.legalId) })}
          </small>
        )}
        {party.vatNumber !== null && (
          <small className="block text-1 wrap-anywhere text-ink-2">
            {t("vatNumber", { id: party.vatNumber })}
          </small>
        )}
      </p>
    </div>
  );
}
