import type { ReactNode } from "react";
import type { MailFrame } from "./mail-frame";
import type { WebLink } from "./mail-link";
import { styles } from "./mail-styles";
import { SafeLink } from "./safe-link";

interface ActionButtonProps {
  frame: MailFrame;
  href: WebLink;
  children: ReactNode;
}

/** The main button of a mail: a coloured table cell, so that Outlook shows a button too; full width on phones. */
export function ActionButton({ frame, href, children }: ActionButtonProps) {
  const { fill, on, edge } = frame.supplier.colors.light;
  return (
    <table
      className="b"
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      style={styles.buttonTable}
    >
      <tbody className="b">
        <tr className="b">
          <td
            className="b bt"
            style={{ ...styles.buttonGround, backgroundColor: fill, border: `1px solid ${edge}` }}
          >
            <SafeLink className="b bt" href={href} style={{ ...styles.button, color: on }}>
              {children}
            </SafeLink>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
