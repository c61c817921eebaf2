import type { SendOutcome } from "@/lib/mails/transports/transport";

/**
 * Whether a refusal means that the address will never take a mail. A full mailbox (RFC 3463: X.2.2) will, and a refusal
 * for policy (X.7.x: a blocked sender, say) is not about the address; a server without such codes says 552 when the
 * mailbox is full (RFC 5321, section 4.2.3).
 */
export function isAddressRefused(outcome: SendOutcome): boolean {
  return (
    outcome.kind === "refused" &&
    outcome.isRecipientToBlame &&
    !/\b(552|5\.2\.2|5\.7\.\d+)\b/.test(outcome.reason)
  );
}
