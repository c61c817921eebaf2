import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { revokeLinks } from "@/lib/links/revoke-links";
import { cancelUnsentMails } from "@/lib/mails/outbox/cancel-unsent-mails";
import { readdressMails } from "@/lib/mails/outbox/readdress-mails";
import { lockUsers } from "@/lib/persons/lock-users";
import { consumeTokens } from "@/lib/tokens/consume-tokens";

export interface FormerUser {
  id: string;
  role: "administrator" | "member";
}

/**
 * Ends the links mailed to an account's former address (R21): unused links to choose a password or to attach, and all
 * direct links of the account. Of the mails that certainly did not arrive, those about invoices go to the new
 * address, or are cancelled when there is none; those with an ended link are cancelled. A mail that may have arrived
 * stays as it is. A mail that is being sent is readdressed when the provider is known not to have accepted it
 * (`recordOutcome`). Returns the account's active users at the former address, administrators first.
 */
export async function endOldLinks(
  tx: Transaction,
  account: { supplierId: string; accountId: string; formerAddress: string; newAddress: string | null },
  at: Date,
): Promise<FormerUser[]> {
  const { supplierId, accountId, formerAddress, newAddress } = account;
  const toReaddress = await cancelUnsentMails(tx, account);
  const former = await tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.email, formerAddress), eq(users.status, "active")))
    .orderBy(asc(users.role), asc(users.id));
  const ids = former.map(({ id }) => id);
  await consumeTokens(
    tx,
    and(
      eq(tokens.supplierId, supplierId),
      eq(tokens.email, formerAddress),
      ne(tokens.purpose, "attachment"),
      // Keeps the links of the person's other accounts, whose address did not change.
      or(isNull(tokens.userId), inArray(tokens.userId, ids)),
    ),
    at,
  );
  // Users are locked before the links that attach them, in the same order as everywhere else.
  await lockUsers(tx, ids);
  await consumeTokens(tx, and(eq(tokens.purpose, "attachment"), inArray(tokens.userId, ids)), at);
  await revokeLinks(tx, accountId, at);
  if (newAddress !== null)
    await readdressMails(
      tx,
      toReaddress.map((id) => ({ id, recipient: newAddress })),
      at,
    );
  return former.map(({ id, role }) => ({ id, role: role === "administrator" ? role : "member" }));
}
