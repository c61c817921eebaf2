import { eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { mails } from "@/db/schema/mails";
import { linkCapabilityInvoices } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { createLinks } from "@/lib/links/create-links";

/** A mail and its new recipient. */
export interface Readdressing {
  id: string;
  recipient: string;
}

/**
 * Gives mails that surely did not arrive a new recipient. They become new mails: with a new id, because the provider
 * may keep the bytes of a refused try under the former one, and with new links. The caller has locked the rows, and
 * revokes the former links.
 */
export async function readdressMails(
  tx: Transaction,
  moving: readonly Readdressing[],
  at: Date,
): Promise<void> {
  if (moving.length === 0) return;
  const newIds = new Map(moving.map(({ id }) => [id, uuidv7()]));
  const linked = await linkedInvoices(tx, [...newIds.keys()]);
  const made = await createLinks(
    tx,
    linked.map(({ id, ...link }) => ({ ...link, mailId: newIds.get(id) ?? id })),
    at,
  );
  const links = new Map(linked.map(({ id }, index) => [id, made[index] ?? null]));
  const moved = moving.map(({ id, recipient }) => ({
    id,
    new_id: newIds.get(id),
    recipient,
    link: links.get(id) ?? null,
  }));
  await tx
    .update(mails)
    .set({
      id: sql`moved.new_id`,
      recipient: sql`moved.recipient`,
      props: sql`case when moved.link is null then ${mails.props}
        else jsonb_set(${mails.props}, '{link}', moved.link) end`,
    })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
        as moved(id uuid, new_id uuid, recipient text, link jsonb)`,
    )
    .where(eq(mails.id, sql`moved.id`));
}

/** Finds the invoices opened by the direct links of these mails. */
function linkedInvoices(tx: Transaction, ids: string[]) {
  return tx
    .select({
      id: mails.id,
      supplierId: linkCapabilityInvoices.supplierId,
      accountId: linkCapabilityInvoices.accountId,
      timeZone: sql<string>`${mails.props} -> 'supplier' ->> 'timeZone'`,
      invoiceIds: sql<string[]>`array_agg(${linkCapabilityInvoices.invoiceId})`,
    })
    .from(mails)
    .innerJoin(
      linkCapabilityInvoices,
      eq(linkCapabilityInvoices.linkId, sql`(${mails.props} -> 'link' ->> 'id')::uuid`),
    )
    .where(inArray(mails.id, ids))
    .groupBy(mails.id, linkCapabilityInvoices.supplierId, linkCapabilityInvoices.accountId);
}
