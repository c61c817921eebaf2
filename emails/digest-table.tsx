import { Fragment } from "react";
import { formatDate } from "@/lib/dates";
import type { Locale } from "@/lib/languages";
import { Breakable } from "./breakable";
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
  const total = t(type === "credit_note" ? "digest.totalCreditNotes" : "digest.totalInvoices");
  return (
    <table className="i i1" width="100%" cellPadding="0" cellSpacing="0" border={0} style={styles.table}>
      <thead>
        <tr>
          <th className="i2 i1 w" align="left" scope="col" style={styles.numberHead}>
            {t("digest.columns.number")}
          </th>
          <th className="i2 i1" align="right" scope="col" style={styles.dueHead}>
            {documents.some(isPaid) && t("digest.columns.dueOn")}
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
                    <Breakable text={document.number} />
                  </TextLink>
                  <Subjects document={document} locale={locale} />
                </td>
                <td className="i2 ln" align="right" style={styles.quiet}>
                  {isPaid(document) && formatDate(document.dueOn, locale)}
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

/** Whether the document has a date to pay on; the date that a credit note may have is none. */
const isPaid = (document: MailDocument): document is MailDocument & { dueOn: string } =>
  document.dueOn !== null && document.type === "invoice";

/** Below the number: the vehicle and the contract, on phones too. */
function Subjects({ document, locale }: { document: MailDocument; locale: Locale }) {
  const named = [document.vehicles, document.contracts].filter((names) => names.length > 0);
  if (named.length === 0) return null;
  return (
    <>
      {" "}
      <span className="i2" style={styles.cellDetail}>
        <Breakable text={named.map((names) => firstOf(names, locale)).join(" · ")} />
      </span>
    </>
  );
}

interface TotalRowProps {
  label: string;
  sum: string;
  isLast: boolean;
}

function TotalRow({ label, sum, isLast }: TotalRowProps) {
  return (
    <tr>
      <th align="left" scope="row" style={styles.totalLabel}>
        {label}
      </th>
      <td />
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
