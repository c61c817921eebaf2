import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invoiceShares } from "@/db/schema/invoice-shares";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { personLabel } from "@/lib/person-label";
import type { InvoiceEvent } from "./invoice-event";

const MAX_ROWS = 50;

const REVOKER = alias(users, "revoker");

/** The events of the links with which an invoice was shared: made, used, revoked. A use is no taking by the account. */
export async function listShareEvents(
  tx: Transaction,
  viewer: AccountReader,
  invoiceId: string,
): Promise<InvoiceEvent[]> {
  const rows = await tx
    .select({
      recipient: invoiceShares.recipient,
      createdAt: invoiceShares.createdAt,
      revokedAt: invoiceShares.revokedAt,
      lastUsedAt: invoiceShares.lastUsedAt,
      count: invoiceShares.useCount,
      maker: { userId: users.id, identifier: users.identifier, name: users.name },
      revoker: { userId: REVOKER.id, identifier: REVOKER.identifier, name: REVOKER.name },
    })
    .from(invoiceShares)
    .innerJoin(users, eq(users.id, invoiceShares.userId))
    .leftJoin(REVOKER, eq(REVOKER.id, invoiceShares.revokedById))
    .where(and(eq(invoiceShares.accountId, viewer.accountId), eq(invoiceShares.invoiceId, invoiceId)))
    .orderBy(desc(invoiceShares.createdAt))
    .limit(MAX_ROWS);
  return rows.flatMap(({ recipient, createdAt, revokedAt, lastUsedAt, count, maker, revoker }) => [
    { kind: "shared", at: createdAt, by: named(maker), recipient } as const,
    ...(lastUsedAt ? [{ kind: "share_used", at: lastUsedAt, count, recipient } as const] : []),
    ...(revokedAt && revoker
      ? [{ kind: "share_revoked", at: revokedAt, by: named(revoker), recipient } as const]
      : []),
  ]);
}

const named = ({ userId, ...person }: { userId: string; identifier: string; name: string }) => ({
  userId,
  label: personLabel(person),
});
