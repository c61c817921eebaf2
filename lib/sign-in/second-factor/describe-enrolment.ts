import { makeEnrolmentOffer, type OfferedSession, openEnrolmentOffer } from "./enrolment-offer";
import { otpauthAddress } from "./totp";

/** What the page to enrol shows. */
export interface Enrolment {
  /** Sent back by the form. */
  offer: string;
  /** Base32, in groups of four. */
  secretInGroups: string;
  /** `otpauth:` address, for the QR code and the link. */
  address: string;
  recoveryCodes: string[];
}

/** Returns the enrolment of `offer`, which the page showed before, if it is still valid; else makes a new one. */
export function describeEnrolment(
  session: OfferedSession & { identifier: string },
  issuer: string,
  offer: string,
): Enrolment {
  const { sealed, secret, recoveryCodes } = openEnrolmentOffer(session, offer) ?? makeEnrolmentOffer(session);
  return {
    offer: sealed,
    secretInGroups: secret.match(/.{1,4}/g)?.join(" ") ?? secret,
    address: otpauthAddress(secret, issuer, session.identifier),
    recoveryCodes,
  };
}
