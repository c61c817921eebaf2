import { and, between, eq, type SQL, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { lineKind } from "@/lib/accounting/line-kind";
import type { Minor } from "@/lib/money";
import { documentParts } from "./document-parts";
import type { Dimension } from "./overview-query";
import type { NameSumRequest } from "./sum-by-name";

/** What the invoices of a contract or vehicle are for, by the words of their lines. What remains of them is « Autre ». */
export interface KindSpend {
  rentMinor: Minor;
  maintenanceMinor: Minor;
}

export const NO_KINDS: KindSpend = { rentMinor: 0n, maintenanceMinor: 0n };

/** The different texts of lines that are read, those with the largest amounts first. */
const MOST_TEXTS = 5_000;

/** Sums the invoices of these contracts or vehicles by the kind of their lines; credit notes are not in it. */
export async function sumByKind(
  tx: Transaction,
  viewer: AccountReader,
  { from, to, currency, dimension, readsLines, names }: NameSumRequest & { names: readonly string[] },
): Promise<Map<string, KindSpend>> {
  if (names.length === 0 || !readsLines) return new Map();
  const matching = and(
    between(invoices.issuedOn, from, to),
    eq(invoices.currency, currency),
    eq(invoices.type, "invoice"),
    namesOneOf(dimension, names),
  );
  const rows = await tx.execute<{ name: string; line: string; amount: string }>(sql`
    with ${documentParts(viewer, { matching, dimension, lines: "all" })}
    select name, line, sum(amount)::text as amount from parts
    where line is not null and ${isAmong(sql`name`, names)}
    group by name, line order by abs(sum(amount)) desc, name, line limit ${MOST_TEXTS}`);
  return addUpKinds(rows.map((row) => ({ ...row, amount: BigInt(row.amount) })));
}

/** Adds up the kinds of several accounts. */
export function mergeKinds(parts: readonly ReadonlyMap<string, KindSpend>[]): Map<string, KindSpend> {
  const merged = new Map<string, KindSpend>();
  for (const [name, kinds] of parts.flatMap((part) => [...part])) {
    const known = merged.get(name) ?? NO_KINDS;
    merged.set(name, {
      rentMinor: known.rentMinor + kinds.rentMinor,
      maintenanceMinor: known.maintenanceMinor + kinds.maintenanceMinor,
    });
  }
  return merged;
}

function addUpKinds(rows: readonly { name: string; line: string; amount: Minor }[]): Map<string, KindSpend> {
  return mergeKinds(
    rows.map(({ name, line, amount }) => {
      const kind = lineKind(line);
      return new Map([
        [
          name,
          {
            rentMinor: kind === "rent" ? amount : 0n,
            maintenanceMinor: kind === "maintenance" ? amount : 0n,
          },
        ],
      ]);
    }),
  );
}

/** Condition: the document names one of these contracts or vehicles. */
export const namesOneOf = (dimension: Dimension, names: readonly string[]): SQL =>
  sql`${dimension === "contract" ? invoices.contracts : invoices.vehicles}
    && array(select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`;
