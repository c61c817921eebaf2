/** A user of an account, as its administrators see it. */
export interface Colleague {
  id: string;
  name: string;
  identifier: string;
  email: string | null;
  role: "administrator" | "member";
  access: Access;
  /** Until when a first access is open. */
  accessUntil: Date | null;
  lastSignInAt: Date | null;
  /** The person to whom the supplier writes (R23): only the supplier changes who that is. */
  isNotified: boolean;
  isMyself: boolean;
}

/**
 * `active`: chose an own password. `default_password`: one is waiting to be replaced. `invited`: no password yet, a
 * mailed link is open. `expired`: either died unused. `no_password`: none yet, and only a mailed link gives one.
 */
export type Access = "active" | "default_password" | "invited" | "expired" | "no_password" | "disabled";

/** Why an administrator's change of a colleague is refused; nothing was changed then. */
export type ColleagueRefusal =
  | "not_found"
  /** One's own role and access are somebody else's to change. */
  | "yourself"
  /** Who is notified is decided by the supplier (R20, R23). */
  | "notified"
  | "last_administrator"
  /** The administrator has changed very much today. */
  | "too_often";

interface AccessFacts {
  status: "active" | "disabled";
  passwordChangedAt: Date | null;
  mustChangePassword: boolean;
  defaultPasswordExpiresAt: Date | null;
}

/** The state of a user's access at that moment, and until when a first one is open. */
export function accessOf(user: AccessFacts, at: Date): { access: Access; accessUntil: Date | null } {
  const until = user.defaultPasswordExpiresAt;
  if (user.status === "disabled") return { access: "disabled", accessUntil: null };
  if (!user.mustChangePassword && user.passwordChangedAt) return { access: "active", accessUntil: null };
  if (until === null)
    return { access: user.mustChangePassword ? "default_password" : "no_password", accessUntil: null };
  if (until <= at) return { access: "expired", accessUntil: until };
  return { access: user.mustChangePassword ? "default_password" : "invited", accessUntil: until };
}
