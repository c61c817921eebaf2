import { and, inArray, isNotNull } from "drizzle-orm";
import { linkCapabilities } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { isSentToAccount } from "@/lib/mails/kinds/mail-kinds";
import { lockAddresses } from "./lock-addresses";
import type { Readdressing } from "./readdress-mails";
import type { ClaimedMail } from "./shipment";

/**
 * Finds the mails about invoices that were queued before their account changed its address (R21), each with the
 * account's current address. That may be the same address again, if a change has revoked the mail's link. Locks the
 * addresses, so that a later change finds the mails waiting. A mail whose account has no address any more is left
 * out; it is cancelled before its next try.
 */
export async function findMailsToReaddress(
  tx: Transaction,
  tried: readonly ClaimedMail[],
): Promise<Map<string, Readdressing>> {
  const sentToAccount = tried.filter(({ kind }) => isSentToAccount(kind));
  const addresses = await lockAddresses(
    tx,
    sentToAccount.flatMap(({ accountId }) => accountId ?? []),
  );
  const revoked = await revokedLinks(
    tx,
    sentToAccount.flatMap(({ content }) => content?.linkId ?? []),
  );
  return new Map(
    sentToAccount.flatMap((mail) => {
      const recipient = addresses.get(mail.accountId ?? "");
      const isRevoked = revoked.has(mail.content?.linkId ?? "");
      return recipient && (recipient !== mail.recipient || isRevoked)
        ? [[mail.id, { id: mail.id, recipient }] as const]
        : [];
    }),
  );
}

async function revokedLinks(tx: Transaction, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: linkCapabilities.id })
    .from(linkCapabilities)
    .where(and(inArray(linkCapabilities.id, ids), isNotNull(linkCapabilities.revokedAt)));
  return new Set(rows.map(({ id }) => id));
}
