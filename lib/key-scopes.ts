/**
 * What a supplier's key may be used for: `deposits` to deposit and withdraw invoices, `accounts` to create, change and
 * read customers' accounts.
 */
export const KEY_SCOPES = ["deposits", "accounts"] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];
