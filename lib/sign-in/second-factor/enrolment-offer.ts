import { createHmac, randomBytes } from "node:crypto";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { seal, unseal } from "@/lib/seal";
import { makeRecoveryCodes } from "./recovery-codes";
import { SECRET_BYTES, toBase32 } from "./totp";

/** How long an offer is valid. */
const OFFER_MINUTES = 30;

/** The secret and recovery codes on the page to enrol. They are stored only when the user has given a code. */
export interface EnrolmentOffer {
  /** The offer encrypted in the form; only a session of this user can open it. */
  sealed: string;
  /** Base32. */
  secret: string;
  recoveryCodes: string[];
}

/** The session for which an offer is made, and its user. */
export interface OfferedSession {
  id: string;
  viewer: { userId: string };
}

/** Makes a new secret and its recovery codes, both from one random seed. */
export function makeEnrolmentOffer(session: OfferedSession): EnrolmentOffer {
  const seed = randomBytes(32);
  const endsAt = new Date(now().getTime() + OFFER_MINUTES * MINUTE_MS);
  const sealed = seal(sealedFor(session), seed.toString("base64url"), endsAt);
  return { sealed, ...fromSeed(seed) };
}

/** Opens the offer of a form; null when it has expired or was made for another session. */
export function openEnrolmentOffer(session: OfferedSession, sealed: string): EnrolmentOffer | null {
  const seed = unseal(sealedFor(session), sealed);
  return seed === null ? null : { sealed, ...fromSeed(Buffer.from(seed, "base64url")) };
}

const sealedFor = ({ id, viewer }: OfferedSession) =>
  ({ purpose: "enrolment", of: `${viewer.userId} ${id}` }) as const;

const fromSeed = (seed: Buffer) => ({
  secret: toBase32(createHmac("sha256", seed).update("secret").digest().subarray(0, SECRET_BYTES)),
  recoveryCodes: makeRecoveryCodes(seed),
});
