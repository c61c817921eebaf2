/** A colleague as the administration shows it. */
export type ColleagueRow = {
  id: string;
  /** "" when none was given. */
  name: string;
  identifier: string;
  email: string | null;
  role: "administrator" | "member";
  access: "active" | "default_password" | "invited" | "expired" | "no_password" | "disabled";
  accessUntil: Date | null;
  lastSignInAt: Date | null;
  isNotified: boolean;
  isMyself: boolean;
};
