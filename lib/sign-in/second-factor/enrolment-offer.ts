import { createHmac, randomBytes } from "node:crypto";
import { now } from "@/lib/clock";
import { seal, unseal } from "@/lib/seal";
import { makeRecoveryCodes } from "./recovery-codes";
import { SECRET_BYTES, toBase32 } from "./totp";

/** How long the page to enrol stays usable. */
const OFFER_MINUTES = 30;

/** What the page to enrol shows: nothing of it is stored before its code was given. */
export interface EnrolmentOffer {
  /** Carried by the form; opened by this user's session only. */
  sealed: string;
  /** Base32. */
  secret: string;
  recoveryCodes: string[];
}

/** The session that an offer is made in, and its user. */
export interface OfferedSession {
  id: string;
  viewer: { userId: string };
}

/** Makes a new secret and its recovery codes, both from one random seed. */
export function makeEnrolmentOffer(session: OfferedSession): EnrolmentOffer {
  const seed = randomBytes(32);
  const endsAt = new Date(now().getTime() + OFFER_MINUTES * 60_000);
  const sealed = seal(sealedFor(session), seed.toString("base64url"), endsAt);
  return { sealed, ...fromSeed(seed) };
}

/** Opens an offer that a page of this session carried; null when it is too old, or another session's. */
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
