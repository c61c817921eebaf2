import { and, eq, inArray, isNotNull, isNull, notExists, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { MailReason } from "@/db/schema/mail-reasons";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { isSentToAccount } from "@/lib/mails/kinds/mail-kinds";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import type { PendingMail } from "./pending-mail";

/**
 * Finds the mails that are no longer needed, by id, with the reason: mails about invoices of an account that is on
 * paper (R22), closed or without an address; mails whose link was used or ended, or whose user was deactivated or has
 * changed address or password since. The preference is not read again: that of the deposit applies (R18). A mail that
 * may have arrived is left out: it is sent again under its key to learn its outcome.
 */
export async function findMailsToCancel(
  tx: Transaction,
  pending: readonly PendingMail[],
): Promise<Map<string, MailReason>> {
  const unsent = pending.filter(({ isInDoubt }) => !isInDoubt);
  const [notMailable, unusable] = await Promise.all([
    accountsNotMailable(tx, unsent),
    unusableTokens(tx, unsent),
  ]);
  const reasonOf = ({ kind, accountId, tokenId }: PendingMail): MailReason | undefined => {
    if (tokenId !== null && unusable.has(tokenId)) return "link_unusable";
    return isSentToAccount(kind) ? notMailable.get(accountId ?? "") : undefined;
  };
  return new Map(
    unsent.flatMap((mail) => {
      const reason = reasonOf(mail);
      return reason ? [[mail.id, reason] as const] : [];
    }),
  );
}

async function accountsNotMailable(
  tx: Transaction,
  pending: readonly PendingMail[],
): Promise<Map<string, MailReason>> {
  const ids = pending.flatMap(({ kind, accountId }) => (isSentToAccount(kind) && accountId) || []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: accounts.id,
      email: accounts.email,
      channel: accounts.channel,
      state: accounts.state,
    })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(ids)]));
  return new Map(
    rows.flatMap((row) => {
      const why = whyNotMailable(row);
      return why ? [[row.id, REASONS[why]] as const] : [];
    }),
  );
}

const REASONS = {
  closed: "account_closed",
  paper: "account_on_paper",
  no_address: "account_without_address",
} as const;

/** Finds tokens that were used or ended, or that no active user can use. */
async function unusableTokens(tx: Transaction, pending: readonly PendingMail[]): Promise<Set<string>> {
  const ids = pending.flatMap(({ tokenId }) => tokenId ?? []);
  if (ids.length === 0) return new Set();
  const holders = tx
    .select({ one: sql`1` })
    .from(users)
    .leftJoin(accounts, eq(accounts.id, users.accountId))
    .where(
      and(
        eq(users.email, tokens.email),
        eq(users.status, "active"),
        or(isNull(tokens.userId), eq(users.id, tokens.userId)),
        or(
          eq(users.supplierId, tokens.supplierId),
          eq(accounts.supplierId, tokens.supplierId),
          and(isNull(tokens.supplierId), eq(users.role, "operator")),
        ),
        // As in db/functions/recovery.sql: a first access given by an administrator changes the password too.
        sql`coalesce(greatest(${users.passwordChangedAt},
          ${users.defaultPasswordExpiresAt} - make_interval(days => ${FIRST_ACCESS_DAYS})) <= ${tokens.createdAt}, true)`,
      ),
    );
  const rows = await tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(and(inArray(tokens.id, ids), or(isNotNull(tokens.consumedAt), notExists(holders))));
  return new Set(rows.map(({ id }) => id));
}
