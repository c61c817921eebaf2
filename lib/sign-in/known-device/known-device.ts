import { randomBytes } from "node:crypto";
import { daysBefore } from "@/lib/durations";
import { sha256Hex } from "@/lib/sha256";

/** A browser is no longer known after this time without a sign-in on it. */
const KNOWN_DAYS = 365;

/** The earliest last use of a browser that is still known. */
export const oldestKnownUse = (at: Date): Date => daysBefore(at, KNOWN_DAYS);

/** The digest under which a browser is stored; null for a cookie that the portal did not make. */
export const deviceHash = (secret: string): string | null =>
  /^[\w-]{43}$/.test(secret) ? sha256Hex(secret) : null;

/** The secret of a browser: the one in its cookie, or a new one of 256 random bits, base64url. */
export const deviceSecret = (cookie: string): string =>
  deviceHash(cookie) === null ? randomBytes(32).toString("base64url") : cookie;
