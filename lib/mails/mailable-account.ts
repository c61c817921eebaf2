import { and, eq, isNotNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Channel, Preference } from "@/lib/preferences";

type Account = Pick<typeof accounts.$inferSelect, "state" | "channel" | "email">;

/**
 * Returns the reason why mails about invoices must not be sent to an account: it is closed or being closed,
 * receives paper (R22), or has no address (R4). Null when they may be sent. `isMailable` is the same rule in SQL.
 */
export function whyNotMailable({ state, channel, email }: Account): "closed" | "paper" | "no_address" | null {
  if (state !== "open") return "closed";
  if (channel === "paper") return "paper";
  return email === null ? "no_address" : null;
}

/** The condition on `accounts` that mails about invoices may be sent to the account. */
export const isMailable = and(
  eq(accounts.state, "open"),
  eq(accounts.channel, "electronic"),
  isNotNull(accounts.email),
);

/** Returns the reason why an account gets no mail about an invoice deposited now; null when it gets one (R18, R22). */
export function whyNotNotified(account: {
  channel: Channel;
  preference: Preference;
}): "paper" | "none" | null {
  if (account.channel === "paper") return "paper";
  return account.preference === "none" ? "none" : null;
}
