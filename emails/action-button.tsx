import { Link } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailFrame } from "./mail-frame";
import { styles } from "./mail-styles";

interface ActionButtonProps {
  frame: MailFrame;
  href: string;
  children: ReactNode;
}

/** The one main action of a mail: a coloured cell, so that it is a button in Outlook too, the whole width on phones. */
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
            <Link className="b bt" href={href} style={{ ...styles.button, color: on }}>
              {children}
            </Link>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
