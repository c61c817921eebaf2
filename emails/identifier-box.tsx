import { LANGUAGES } from "@/lib/language-formats";
import { Breakable } from "./breakable";
import type { MailFrame } from "./mail-frame";
import { styles } from "./mail-styles";
import { mailWords } from "./mail-words";

interface IdentifierBoxProps {
  frame: MailFrame;
  companyName: string;
  customerNumber: string | null;
  identifier: string;
}

/** The identifier, « surligné en jaune » as the FAQ says, with its company and supplier (R2). */
export function IdentifierBox({ frame, companyName, customerNumber, identifier }: IdentifierBoxProps) {
  const t = mailWords(frame.locale);
  const { colon } = LANGUAGES[frame.locale];
  return (
    <table
      className="i1"
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      style={styles.box}
    >
      <tbody>
        <tr>
          <td className="i2" style={styles.boxLabel}>
            {t("label.identifier")}
            {colon}
          </td>
        </tr>
        <tr>
          <td style={styles.boxMark}>
            <span className="id" style={styles.mark}>
              <Breakable text={identifier} />
            </span>
          </td>
        </tr>
        <tr>
          <td className="i2 ln" style={styles.boxFacts}>
            {t("label.company")}
            {colon}
            <strong className="i">{companyName}</strong>
            {customerNumber !== null && t("label.ofCustomer", { number: customerNumber })}
            <br />
            {t("label.supplier")}
            {colon}
            <strong className="i">{frame.supplier.name}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
