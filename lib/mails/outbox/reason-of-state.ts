import type { MailReason } from "@/db/schema/mail-reasons";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import type { StateAfterTry } from "./shipment";

/** Returns the reason why a mail will not be sent again; null when it was sent, or will be tried again. */
export function reasonOfState(state: StateAfterTry, outcome: SendOutcome): MailReason | null {
  if (state === "sent" || state === "queued") return null;
  if (state === "uncertain") return "answer_unknown";
  return outcome.kind === "refused" ? reasonOfRefusal(outcome) : "given_up";
}

/** Returns the reason to store for a refused mail. */
export function reasonOfRefusal(outcome: Extract<SendOutcome, { kind: "refused" }>): MailReason {
  switch (outcome.by) {
    case "receiving_server":
      return outcome.isAddressDead ? "address_refused" : "refused_by_server";
    case "provider":
      return "not_accepted";
    case "portal":
      return outcome.isAddressDead ? "address_malformed" : "not_accepted";
  }
}
