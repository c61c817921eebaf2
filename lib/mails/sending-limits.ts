import { HOUR_MS } from "@/lib/durations";

/**
 * The mail provider's limits for a whole account, in per cent of the sent mails: above them it may stop all mails of
 * the installation. Resend: https://resend.com/legal/acceptable-use (read in December 2026).
 */
export const PROVIDER_LIMITS = { bounces: 4, complaints: 0.08 } as const;

export type PauseCause = keyof typeof PROVIDER_LIMITS;

/** The mails that count: those sent in the last 24 hours, and after the last pause. */
export const RATE_WINDOW_MS = 24 * HOUR_MS;

/**
 * Below these numbers a rate says nothing: one bad address among ten mails is 10 %. A pause needs this many sent mails,
 * and this many bounces or complaints.
 */
const LEAST_SENT = 50;
export const LEAST_TROUBLES = { bounces: 5, complaints: 3 } as const;

/** The mails of a supplier in the window, and the people to whom they came back or who marked them as unwanted. */
export interface SendingRates {
  sent: number;
  bounced: number;
  complained: number;
}

/** Returns the rate in per cent; 0 without mails. */
export const percentOf = (troubles: number, sent: number): number =>
  sent === 0 ? 0 : (100 * troubles) / sent;

/** Whether there are enough mails and troubles for the rate to say something. */
export const isTelling = (
  cause: PauseCause,
  { sent, troubles }: { sent: number; troubles: number },
): boolean => sent >= LEAST_SENT && troubles >= LEAST_TROUBLES[cause];

/** Returns why the mails of a supplier with these rates must pause; null when they may leave. */
export function whyPause({ sent, bounced, complained }: SendingRates): PauseCause | null {
  const isAbove = (cause: PauseCause, troubles: number) =>
    isTelling(cause, { sent, troubles }) && percentOf(troubles, sent) >= PROVIDER_LIMITS[cause];
  if (isAbove("bounces", bounced)) return "bounces";
  return isAbove("complaints", complained) ? "complaints" : null;
}
