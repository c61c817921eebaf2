import { createHmac } from "node:crypto";
import { derivedKey } from "./derived-key";
import { log, type LogFields } from "./log";

/** The security events: what a person who watches the installation must be able to find (OWASP ASVS 5.0, 16.3). */
export type SecurityEvent =
  /** A wrong password, at sign-in or as a proof. */
  | "sign_in_failed"
  /** Too many attempts: the password was not checked. */
  | "sign_in_locked"
  /** A wrong or used code of the second factor, at sign-in or as a proof. */
  | "second_factor_failed"
  /** Too many codes: this one was not checked. */
  | "second_factor_locked"
  /** An API key or customer token that is missing, unknown, revoked or expired, or a key without the scope. */
  | "key_refused"
  | "scheduler_refused"
  | "webhook_refused"
  /** A form posted by another site. */
  | "origin_refused"
  /** A password, address, identifier or role that gives access was changed; `reason` is the journal's action. */
  | "access_changed";

/**
 * Writes a security event to the log. A changed access is logged as info, a refusal as a warning; `LOG_LEVEL` applies.
 * Identifiers typed by strangers are never logged, only their `identifierDigest`.
 */
export function logSecurityEvent(event: SecurityEvent, fields: LogFields): void {
  log(event === "access_changed" ? "info" : "warn", event, { security: true, ...fields });
}

/**
 * Returns a short keyed digest of a typed identifier: equal for equal identifiers of one installation, so that
 * attempts on one can be counted in the log, without telling which one it is.
 */
export const identifierDigest = (identifier: string): string =>
  createHmac("sha256", derivedKey("identifiers in the log")).update(identifier).digest("hex").slice(0, 16);
