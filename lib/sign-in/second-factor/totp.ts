import { Secret, TOTP } from "otpauth";

/*
 * Time-based one-time passwords (RFC 6238) as every authenticator application makes them: SHA-1, six digits, a new code
 * every 30 seconds.
 */
const STEP_SECONDS = 30;
const SETTINGS = { algorithm: "SHA1", digits: 6, period: STEP_SECONDS } as const;

/** The size that RFC 4226 (R6) recommends for a secret. */
export const SECRET_BYTES = 20;

/** Returns the secret as an authenticator application reads it. */
export const toBase32 = (bytes: Buffer): string => new Secret({ buffer: arrayBuffer(bytes) }).base32;

/** Returns the bytes of a secret. */
export const fromBase32 = (secret: string): Buffer => Buffer.from(Secret.fromBase32(secret).bytes);

/** Returns the number of the step of that moment. */
export const stepOf = (at: Date): number => TOTP.counter({ period: STEP_SECONDS, timestamp: at.getTime() });

/** Returns the seconds until the next step. */
export const secondsToNextStep = (at: Date): number =>
  STEP_SECONDS - (Math.floor(at.getTime() / 1_000) % STEP_SECONDS);

/** Returns the code of a step. */
export const codeOfStep = (secret: string, step: number): string =>
  TOTP.generate({ ...SETTINGS, secret: Secret.fromBase32(secret), timestamp: step * STEP_SECONDS * 1_000 });

/** Returns the step whose code was typed, the current one or one to either side; null when it is none of them. */
export function matchingStep(secret: string, code: string, at: Date): number | null {
  const delta = TOTP.validate({
    ...SETTINGS,
    secret: Secret.fromBase32(secret),
    token: code,
    timestamp: at.getTime(),
    window: 1,
  });
  return delta === null ? null : stepOf(at) + delta;
}

/** Returns the address (`otpauth:`) that an authenticator application reads, directly or as a QR code. */
export const otpauthAddress = (secret: string, issuer: string, label: string): string =>
  new TOTP({ ...SETTINGS, issuer, label, secret: Secret.fromBase32(secret) }).toString();

const arrayBuffer = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;
