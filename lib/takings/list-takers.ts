import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoiceTakings } from "@/db/schema/takings";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { personLabel } from "@/lib/person-label";
import type { TakingProof, TakingWay } from "@/lib/taking-choices";

/** A taking by somebody other than the viewer. */
export interface OtherTaking {
  way: TakingWay;
  proof: TakingProof;
  at: Date;
  /** The colleague (« Noé Baltard »); null when the taking identifies no person. */
  by: string | null;
}

/**
 * Returns, by invoice, the first current taking by somebody other than the viewer: « prise par … le 19/11 ». A colleague
 * comes before a link or a mail, which name nobody. For the rows of one page: reads at most these invoices.
 */
export async function listTakers(
  tx: Transaction,
  viewer: AccountReader,
  ids: readonly string[],
): Promise<Map<string, OtherTaking>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      invoiceId: invoiceTakings.invoiceId,
      way: invoiceTakings.way,
      proof: invoiceTakings.proof,
      at: invoiceTakings.takenAt,
      identifier: users.identifier,
      name: users.name,
    })
    .from(invoiceTakings)
    .leftJoin(users, eq(users.id, invoiceTakings.userId))
    .where(
      and(
        eq(invoiceTakings.accountId, viewer.accountId),
        isAmongIds(invoiceTakings.invoiceId, ids),
        isNull(invoiceTakings.undoneAt),
        or(isNull(invoiceTakings.userId), sql`${invoiceTakings.userId} <> ${viewer.userId}`),
      ),
    )
    .orderBy(sql`${invoiceTakings.userId} is null`, asc(invoiceTakings.takenAt));
  const takers = new Map<string, OtherTaking>();
  for (const { invoiceId, identifier, name, ...taking } of rows)
    if (!takers.has(invoiceId))
      takers.set(invoiceId, {
        ...taking,
        by: identifier === null ? null : personLabel({ identifier, name: name ?? "" }),
      });
  return takers;
}
