import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import type { Access } from "@/lib/users/colleague";

/** What keeps a person from signing in now, or what they still have to do. */
export type SignInObstacle =
  | { kind: "disabled" | "no_email" }
  /** Too many wrong passwords. */
  | { kind: "blocked"; until: Date; attempts: number }
  /** A default password, an invitation or an activation link expired before it was used. */
  | { kind: "first_access_expired"; at: Date }
  /** The person must replace a default password that was passed on. */
  | { kind: "default_password"; until: Date | null }
  /** No password was chosen yet. */
  | { kind: "never_activated" }
  /** A link was mailed and is not used yet. */
  | { kind: "link_unused"; sentAt: Date; deliveredAt: Date | null; status: MailStatus; until: Date | null }
  /** Mails to the recorded address are stopped. */
  | { kind: "address_stopped"; state: "bounced" | "complained" | "suppressed"; since: Date };

interface Known {
  access: Access;
  accessUntil: Date | null;
  email: string | null;
  blocked: { until: Date; attempts: number } | null;
  /** The newest mailed link that was not used. */
  link: Omit<Extract<SignInObstacle, { kind: "link_unused" }>, "kind"> | null;
  address: { state: "bounced" | "complained" | "suppressed"; at: Date } | null;
}

/** Returns everything that keeps a person from signing in; what must be solved first comes first. */
export function signInObstacles({
  access,
  accessUntil,
  email,
  blocked,
  link,
  address,
}: Known): SignInObstacle[] {
  if (access === "disabled") return [{ kind: "disabled" }];
  const found: SignInObstacle[] = [];
  if (blocked) found.push({ kind: "blocked", ...blocked });
  if (access === "expired" && accessUntil) found.push({ kind: "first_access_expired", at: accessUntil });
  if (access === "default_password") found.push({ kind: "default_password", until: accessUntil });
  if (access === "no_password" || access === "invited") found.push({ kind: "never_activated" });
  if (link) found.push({ kind: "link_unused", ...link });
  if (address) found.push({ kind: "address_stopped", state: address.state, since: address.at });
  if (email === null && access !== "active") found.push({ kind: "no_email" });
  return found;
}
