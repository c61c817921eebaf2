import { and, inArray, isNotNull } from "drizzle-orm";
import { linkCapabilities } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { isAboutInvoices } from "@/lib/mails/kinds/mail-kinds";
import { holdAddresses } from "./hold-addresses";
import type { Readdressing } from "./readdress-mails";
import type { ClaimedMail } from "./shipment";

/**
 * Which of these mails about invoices a change of address overtook while they were tried (R21), each with the address
 * its account has now: another one, or the same again, where the change has ended the mail's link. Holds the addresses:
 * a change that comes later finds the mails waiting. What has no address any more is not named; it is cancelled before
 * its next try.
 */
export async function findMovedMails(
  tx: Transaction,
  tried: readonly ClaimedMail[],
): Promise<Map<string, Readdressing>> {
  const told = tried.filter(({ kind }) => isAboutInvoices(kind));
  const addresses = await holdAddresses(
    tx,
    told.flatMap(({ accountId }) => accountId ?? []),
  );
  const dead = await revokedLinks(tx, told.flatMap(linkOf));
  return new Map(
    told.flatMap((mail) => {
      const recipient = addresses.get(mail.accountId ?? "");
      const isMoved = recipient !== mail.recipient || linkOf(mail).some((id) => dead.has(id));
      return recipient && isMoved ? [[mail.id, { id: mail.id, recipient }] as const] : [];
    }),
  );
}

const linkOf = ({ props }: ClaimedMail): string[] => ("link" in props && props.link ? [props.link.id] : []);

async function revokedLinks(tx: Transaction, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: linkCapabilities.id })
    .from(linkCapabilities)
    .where(and(inArray(linkCapabilities.id, ids), isNotNull(linkCapabilities.revokedAt)));
  return new Set(rows.map(({ id }) => id));
}
