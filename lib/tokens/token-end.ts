import type { tokens } from "@/db/schema/tokens";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** However late its mail is, a link never lives longer: recovery R6, activation R2, invitation R23. */
const LONGEST_MS = {
  recovery: DAY_MS,
  activation: 14 * DAY_MS,
  invitation: 7 * DAY_MS,
  attachment: DAY_MS,
};

/** From when on a mailed link opens nothing. */
export function tokenEnd(
  token: Pick<typeof tokens.$inferSelect, "purpose" | "createdAt" | "expiresAt">,
): Date {
  const latest = new Date(token.createdAt.getTime() + LONGEST_MS[token.purpose]);
  return token.expiresAt && token.expiresAt < latest ? token.expiresAt : latest;
}
