import { HOUR_MS } from "@/lib/durations";

/** The mail provider reports each sent mail within minutes; after this time without any report it is silent. */
const REPORTS_WITHIN_MS = HOUR_MS;

/** What the portal knows of the mail provider's reports about sent mails. */
export type Reports = "demo" | "none_with_smtp" | "no_secret" | "silent" | "arriving";

/**
 * Returns the state of the provider's webhook: whether it can report, and whether it does while mails are sent.
 * `unreportedSince` is when the first mail was sent after which nothing was reported.
 */
export function reportsOf(
  settings: { EMAIL_TRANSPORT: "mailbox" | "resend" | "smtp"; RESEND_WEBHOOK_SECRET?: string | undefined },
  { unreportedSince }: { unreportedSince: Date | null },
  at: Date,
): Reports {
  if (settings.EMAIL_TRANSPORT === "mailbox") return "demo";
  if (settings.EMAIL_TRANSPORT === "smtp") return "none_with_smtp";
  if (!settings.RESEND_WEBHOOK_SECRET) return "no_secret";
  const silentMs = unreportedSince ? at.getTime() - unreportedSince.getTime() : 0;
  return silentMs > REPORTS_WITHIN_MS ? "silent" : "arriving";
}
