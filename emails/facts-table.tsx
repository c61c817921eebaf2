import type { ReactNode } from "react";
import { styles } from "./mail-styles";

export interface Fact {
  label: string;
  value: ReactNode;
}

interface FactsTableProps {
  facts: readonly Fact[];
  /** The amounts at the end of the table, with the accountants' double rule. */
  totals: readonly Fact[];
}

/** A table of labels and values, one pair per line. */
export function FactsTable({ facts, totals }: FactsTableProps) {
  return (
    <table className="i i1" width="100%" cellPadding="0" cellSpacing="0" border={0} style={styles.table}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th className="i2 ln" scope="row" align="left" style={styles.label}>
              {label}
            </th>
            <td className="ln" align="right" style={styles.value}>
              {value}
            </td>
          </tr>
        ))}
        {totals.map(({ label, value }, index) => (
          <tr key={index}>
            <th scope="row" align="left" style={styles.totalLabel}>
              {label}
            </th>
            <td align="right" style={styles.total}>
              <span className="i1" style={styles.doubleRule}>
                {value}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
