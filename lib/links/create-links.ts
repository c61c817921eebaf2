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
 * Creates the direct link of each mail, to read the named invoices without signing in (R19). A link is read-only and
 * revocable; its secret is derived when the mail is rendered, and only the SHA-256 is stored. Returns ids and last
 * valid days, in the given order.
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
      // The end of that day in UTC, for suppliers in all time zones.
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
    // A mail may name an invoice twice, when the invoice was resent before the digest that lists it.
    { onConflict: "skip", on: "link_capability_invoices_link_id_invoice_id_pk" },
  );
  return made.map(({ id, until }) => ({ id, until }));
}
