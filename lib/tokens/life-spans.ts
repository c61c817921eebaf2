import type { tokens } from "@/db/schema/tokens";
import { addDays, addMonths, type PlainDate } from "@/lib/dates";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/durations";

/*
 * The validity of everything that gives access without a session, or before the user has chosen a password: mailed
 * links, direct links and default passwords; and how long a proof allows changes of access. Code and texts
 * use these constants, so that no number is repeated.
 */

/** R2: the link of an activation mail, in days from when the mail was queued. */
export const ACTIVATION_DAYS = 14;

/** R23: an invitation's link and a default password, in days from when an administrator gave them. */
export const FIRST_ACCESS_DAYS = 7;

/** R6: a link to recover an access or to attach an identifier, in minutes from when the provider accepted its mail. */
export const MAILED_LINK_MINUTES = 60;

/** The upper limit for the same link, in hours from when its mail was queued, even if the mail is sent late. */
const MAILED_LINK_MAX_HOURS = 24;

/** R19: a direct link to invoices, in months from the day its mail was made. */
export const DIRECT_LINK_MONTHS = 3;

/** A link with which a customer's user shares an invoice, in days from the day it was made. */
export const SHARE_DAYS = 7;

/** When a supplier's key to the API expires. */
export const KEY_LIVES = ["never", "month", "quarter", "year"] as const;

/** The same in days from its creation; null: it works until it is revoked. */
export const KEY_LIFE_DAYS = { never: null, month: 30, quarter: 90, year: 365 } as const satisfies Record<
  (typeof KEY_LIVES)[number],
  number | null
>;

/** How long a supplier's key is still accepted after another one replaced it. */
export const KEY_OVERLAPS = ["none", "hour", "day", "week"] as const;

/** The same in hours. */
export const KEY_OVERLAP_HOURS = { none: 0, hour: 1, day: 24, week: 168 } as const satisfies Record<
  (typeof KEY_OVERLAPS)[number],
  number
>;

/**
 * A proof of who somebody is (signing in, or a password typed again) allows changes of access for this many minutes.
 */
export const FRESH_PROOF_MINUTES = 5;

/** The minutes for advisers and managers who change addresses or access of customers. */
export const CUSTOMER_PROOF_MINUTES = 30;

export type TokenPurpose = (typeof tokens.$inferSelect)["purpose"];

const LONGEST_MS: Record<TokenPurpose, number> = {
  activation: ACTIVATION_DAYS * DAY_MS,
  invitation: FIRST_ACCESS_DAYS * DAY_MS,
  recovery: MAILED_LINK_MAX_HOURS * HOUR_MS,
  attachment: MAILED_LINK_MAX_HOURS * HOUR_MS,
};

/** Returns the latest end of a mailed link created at that moment, even if its mail is accepted late. */
export function latestEnd(purpose: TokenPurpose, createdAt: Date): Date {
  return new Date(createdAt.getTime() + LONGEST_MS[purpose]);
}

/** The purposes of links whose validity starts when the provider accepts the mail, not when it is queued. */
export const COUNTED_FROM_ACCEPTANCE = ["recovery", "attachment"] as const satisfies readonly TokenPurpose[];

/** Returns the end of a link whose mail the provider accepted at that moment; `latestEnd` still limits it. */
export function endAfterAcceptance(acceptedAt: Date): Date {
  return new Date(acceptedAt.getTime() + MAILED_LINK_MINUTES * MINUTE_MS);
}

/** Returns the end of a stored mailed link. */
export function tokenEnd(
  token: Pick<typeof tokens.$inferSelect, "purpose" | "createdAt" | "expiresAt">,
): Date {
  const latest = latestEnd(token.purpose, token.createdAt);
  return token.expiresAt && token.expiresAt < latest ? token.expiresAt : latest;
}

/** Returns the end of an invitation or a default password given at that moment. */
export function firstAccessEnd(givenAt: Date): Date {
  return new Date(givenAt.getTime() + FIRST_ACCESS_DAYS * DAY_MS);
}

/**
 * Whether a proof given at `provenAt` (null: none) still counts. It no longer counts when exactly this number of
 * minutes has passed.
 */
export function isFreshProof(provenAt: Date | null, at: Date, minutes = FRESH_PROOF_MINUTES): boolean {
  return provenAt !== null && at.getTime() < provenAt.getTime() + minutes * MINUTE_MS;
}

/** Returns the last day on which a direct link made on that day works. */
export function lastDayOfDirectLink(madeOn: PlainDate): PlainDate {
  return addMonths(madeOn, DIRECT_LINK_MONTHS);
}

/** Returns the last day on which a link to a shared invoice made on that day works. */
export const lastDayOfShare = (madeOn: PlainDate): PlainDate => addDays(madeOn, SHARE_DAYS);
