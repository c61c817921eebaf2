import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { sha256Hex } from "@/lib/auth/digest";
import { deriveToken } from "@/lib/auth/mailed-token";
import { addMonths, todayIn, type PlainDate } from "@/lib/dates";
import { v7 as uuidv7 } from "uuid";

/** R19: a direct link works for three months. */
const LINK_MONTHS = 3;

export interface NewLink {
  supplierId: string;
  accountId: string;
  mailId: string;
  invoiceIds: readonly string[];
  timeZone: string;
  at: Date;
}

/**
 * A capability to read the named invoices without signing in, for three months (R19): read-only, revocable, its secret
 * derived when its mail is rendered and stored as a digest only. Returns its id and the last day it works.
 */
export async function createLink(tx: Transaction, link: NewLink): Promise<{ id: string; until: PlainDate }> {
  const { supplierId, accountId, mailId, invoiceIds, at } = link;
  const id = uuidv7();
  const until = addMonths(todayIn(link.timeZone, at.getTime()), LINK_MONTHS);
  await tx.insert(linkCapabilities).values({
    id,
    supplierId,
    accountId,
    mailId,
    tokenHash: sha256Hex(deriveToken("link", id)),
    createdAt: at,
    // The whole of that day, wherever it is: a day of grace rather than an hour too little.
    expiresAt: new Date(`${until}T23:59:59.999Z`),
  });
  await tx
    .insert(linkCapabilityInvoices)
    .values(invoiceIds.map((invoiceId) => ({ linkId: id, supplierId, accountId, invoiceId })));
  return { id, until };
}
