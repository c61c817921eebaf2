import { and, eq, isNotNull, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Channel, Preference } from "@/lib/preferences";

type Account = Pick<typeof accounts.$inferSelect, "state" | "channel" | "email">;

/**
 * Why no mail about its invoices may go to an account, or null when it may: it is closed, receives paper (R22), or has
 * no address (R4). `isMailable` is the same rule in SQL.
 */
export function whyNotMailable({ state, channel, email }: Account): "closed" | "paper" | "no_address" | null {
  if (state === "closed") return "closed";
  if (channel === "paper") return "paper";
  return email === null ? "no_address" : null;
}

/** Whether mails about its invoices may go to an account, as a condition on `accounts`. */
export const isMailable = and(
  ne(accounts.state, "closed"),
  eq(accounts.channel, "electronic"),
  isNotNull(accounts.email),
);

/** Why an account wants no mail about an invoice deposited now, or null when it does (R18, R22). */
export function whyNotNotified(account: {
  channel: Channel;
  preference: Preference;
}): "paper" | "none" | null {
  if (account.channel === "paper") return "paper";
  return account.preference === "none" ? "none" : null;
}
