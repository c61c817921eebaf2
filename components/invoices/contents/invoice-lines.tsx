import { getLocale, getTranslations } from "next-intl/server";
import { LineRow } from "@/components/invoices/contents/line-row";
import { Section } from "@/components/ui/section";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";

interface InvoiceLinesProps {
  contents: Pick<InvoiceContents, "lines" | "lineCount" | "currency">;
}

/** The maximum number of lines shown directly; more are folded under a summary with their count. */
const MAX_UNFOLDED_LINES = 12;
const COLUMNS = ["name", "quantity", "unitPrice", "vat", "net"] as const;
const CLASSES: Partial<Record<(typeof COLUMNS)[number], string>> = { name: "name", net: "amount" };

/** The lines of the invoice, as in its file: a table on a desktop, cards on a phone. */
export async function InvoiceLines({ contents }: InvoiceLinesProps) {
  const t = await getTranslations("invoice.lines");
  const { lineCount } = contents;
  if (lineCount === 0) return null;
  return (
    <Section title={t("title")}>
      {lineCount <= MAX_UNFOLDED_LINES ? (
        <LineTable contents={contents} />
      ) : (
        <details className="fold">
          <summary>{t("count", { count: lineCount })}</summary>
          <LineTable contents={contents} />
        </details>
      )}
    </Section>
  );
}

/** The table of lines, with the number of lines left out. */
export async function LineTable({ contents }: InvoiceLinesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.lines")]);
  const { lines, lineCount, currency } = contents;
  const columns = COLUMNS.map((column) => [column, t(`columns.${column}`)] as const);
  return (
    <>
      <table className="contents-table invoice-lines" role="table" aria-label={t("title")}>
        <thead role="rowgroup" className="max-tablet:sr-only">
          <tr role="row">
            {columns.map(([column, label]) => (
              <th key={column} role="columnheader" scope="col" className={CLASSES[column]}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line, index) => (
            <LineRow
              key={index}
              line={line}
              currency={currency}
              locale={locale}
              labels={Object.fromEntries(columns)}
            />
          ))}
        </tbody>
      </table>
      {lineCount > lines.length && (
        <p className="mt-2 text-2 text-ink-2">{t("more", { count: lineCount - lines.length })}</p>
      )}
    </>
  );
}
