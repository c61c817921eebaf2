import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { linkCapabilities, linkCapabilityInvoices } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { type PlainDate, todayIn } from "@/lib/dates";
import { sha256Hex } from "@/lib/sha256";
import { lastDayOfDirectLink } from "@/lib/tokens/life-spans";
import { deriveToken } from "@/lib/tokens/mailed-token";

export interface NewLink {
  supplierId: string;
  accountId: string;
  mailId: string;
  invoiceIds: readonly string[];
  timeZone: string;
}

/**
 * One capability a mail to read the named invoices without signing in (R19): read-only, revocable,
 * its secret derived when its mail is rendered and stored as a digest only. Returns ids and the last days they work,
 * in the order given.
 */
export async function createLinks(
  tx: Transaction,
  links: readonly NewLink[],
  at: Date,
): Promise<{ id: string; until: PlainDate }[]> {
  if (links.length === 0) return [];
  const made = links.map((link) => ({
    ...link,
    id: uuidv7(),
    until: lastDayOfDirectLink(todayIn(link.timeZone, at.getTime())),
  }));
  await insertRows(
    tx,
    linkCapabilities,
    made.map(({ id, supplierId, accountId, mailId, until }) => ({
      id,
      supplier_id: supplierId,
      account_id: accountId,
      mail_id: mailId,
      token_hash: `\\x${sha256Hex(deriveToken("link", id))}`,
      created_at: at,
      // The whole of that day, wherever it is: a day of grace rather than an hour too little.
      expires_at: `${until}T23:59:59.999Z`,
    })),
    { onConflict: "fail" },
  );
  await insertRows(
    tx,
    linkCapabilityInvoices,
    made.flatMap(({ id, supplierId, accountId, invoiceIds }) =>
      invoiceIds.map((invoiceId) => ({
        link_id: id,
        supplier_id: supplierId,
        account_id: accountId,
        invoice_id: invoiceId,
      })),
    ),
    // A mail may name an invoice twice, when it was sent again before the digest that lists it.
    { onConflict: "skip", on: "link_capability_invoices_link_id_invoice_id_pk" },
  );
  return made.map(({ id, until }) => ({ id, until }));
}
