import { Heading, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { styles } from "./mail-styles";

/** A full-width row of the mail. */
export function MailBand({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td className="p i" style={styles.band}>
        {children}
      </td>
    </tr>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={styles.text}>{children}</Text>;
}

/** Secondary text: conditions, dates, advice. */
export function SmallParagraph({ children }: { children: ReactNode }) {
  return (
    <Text className="i2" style={styles.small}>
      {children}
    </Text>
  );
}

export function SectionTitle({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={styles.section}>
      {children}
    </Heading>
  );
}

/** A part of a sentence in bold, for `t.rich`. */
export function inBold(chunks: ReactNode) {
  return <strong>{chunks}</strong>;
}
