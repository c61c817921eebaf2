import { Fragment } from "react";
import { formatDate } from "@/lib/dates";
import { tradeWord } from "@/lib/trade-words";
import { byIssueDate, totalsOf } from "./digest-totals";
import type { DocumentType, MailDocument, MailFrame } from "./mail-frame";
import { styles } from "./mail-styles";
import { firstOf, mailWords, writtenAmount } from "./mail-words";
import { TextLink } from "./text-link";

interface DigestTableProps {
  frame: MailFrame;
  type: DocumentType;
  /** The documents in the table; the totals also count those that are not listed. */
  listed: readonly MailDocument[];
  documents: readonly MailDocument[];
  /** Whether these totals are the last of the mail, with a double rule. */
  isLast: boolean;
}

/** The invoices or the credit notes of a digest: by day of issue, one link each, a total for each currency. */
export function DigestTable({ frame, type, listed, documents, isLast }: DigestTableProps) {
  const { locale } = frame;
  const t = mailWords(locale);
  const reference = referenceOf(documents);
  const total = t(type === "credit_note" ? "digest.totalCreditNotes" : "digest.totalInvoices");
  return (
    <table className="i i1" width="100%" cellPadding="0" cellSpacing="0" border={0} style={styles.table}>
      <thead>
        <tr>
          <th className="i2 i1 w" align="left" scope="col" style={styles.numberHead}>
            {t("digest.columns.number")}
          </th>
          <th className="i2 i1 h" align="left" scope="col" style={styles.vehicleHead}>
            {reference &&
              tradeWord(frame.supplier.tradeWords, locale, reference === "vehicles" ? "vehicle" : "contract")}
          </th>
          <th className="i2 i1" align="right" scope="col" style={styles.columnHead}>
            {t("digest.columns.withVat")}
          </th>
        </tr>
      </thead>
      <tbody>
        {byIssueDate(listed).map(([day, sameDay]) => (
          <Fragment key={day}>
            <tr>
              <th className="i2 ln" align="left" scope="rowgroup" colSpan={3} style={styles.group}>
                {t("digest.issued", { type, date: formatDate(day, locale) })}
              </th>
            </tr>
            {sameDay.map((document) => (
              <tr key={document.number}>
                <td className="ln" style={styles.cell}>
                  <TextLink frame={frame} href={document.openUrl} isStrong>
                    {document.number}
                  </TextLink>
                </td>
                <td className="i2 ln h" style={styles.quiet}>
                  {reference && firstOf(document[reference], locale)}
                </td>
                <td className="ln" align="right" style={styles.amount}>
                  {writtenAmount(document, locale)}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
        {totalsOf(documents, locale).map((sum) => (
          <TotalRow key={sum} label={total} sum={sum} isLast={isLast} />
        ))}
      </tbody>
    </table>
  );
}

/** Returns the content of the middle column: vehicles, else contracts, else nothing. */
function referenceOf(documents: readonly MailDocument[]): "vehicles" | "contracts" | null {
  if (documents.some(({ vehicles }) => vehicles.length > 0)) return "vehicles";
  return documents.some(({ contracts }) => contracts.length > 0) ? "contracts" : null;
}

interface TotalRowProps {
  label: string;
  sum: string;
  isLast: boolean;
}

/** The middle column is hidden on phones, so a total has an empty cell there instead of one that spans it. */
function TotalRow({ label, sum, isLast }: TotalRowProps) {
  return (
    <tr>
      <th align="left" scope="row" style={styles.totalLabel}>
        {label}
      </th>
      <td className="h" />
      <td align="right" style={styles.total}>
        {isLast ? (
          <span className="i1" style={styles.doubleRule}>
            {sum}
          </span>
        ) : (
          sum
        )}
      </td>
    </tr>
  );
}
