import type { Locale } from "@/lib/languages";
import type { CustomerRole } from "@/lib/roles";

/** A user of an account, as its administrators see it. */
export interface Colleague {
  id: string;
  name: string;
  identifier: string;
  email: string | null;
  role: CustomerRole;
  /** The language of the person's pages and mails. */
  locale: Locale;
  access: Access;
  /** When the first access expires. */
  accessUntil: Date | null;
  lastSignInAt: Date | null;
  /** Whether the notifications go to this person (R23); only the supplier can change that. */
  isNotified: boolean;
  isMyself: boolean;
}

/**
 * `active`: has chosen a password. `default_password`: has one and must replace it. `invited`: no password yet, a
 * mailed link is open. `expired`: default password or link expired unused. `no_password`: none yet; only a mailed
 * link gives one.
 */
export type Access = "active" | "default_password" | "invited" | "expired" | "no_password" | "disabled";

/** Why an administrator's change of a colleague was refused. Nothing was changed. */
export type ColleagueRefusal =
  | "not_found"
  /** An administrator cannot change their own role or access. */
  | "yourself"
  /** Only the supplier decides who is notified (R20, R23). */
  | "notified"
  | "last_administrator"
  /** The administrator reached the daily limit of changes. */
  | "too_often";

interface AccessFacts {
  status: "active" | "disabled";
  passwordChangedAt: Date | null;
  mustChangePassword: boolean;
  defaultPasswordExpiresAt: Date | null;
}

/** The state of a user's access at this moment, and when a first access expires. */
export function accessOf(user: AccessFacts, at: Date): { access: Access; accessUntil: Date | null } {
  const until = user.defaultPasswordExpiresAt;
  if (user.status === "disabled") return { access: "disabled", accessUntil: null };
  if (!user.mustChangePassword && user.passwordChangedAt) return { access: "active", accessUntil: null };
  if (until === null)
    return { access: user.mustChangePassword ? "default_password" : "no_password", accessUntil: null };
  if (until <= at) return { access: "expired", accessUntil: until };
  return { access: user.mustChangePassword ? "default_password" : "invited", accessUntil: until };
}
