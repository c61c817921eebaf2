import { expect, it } from "vitest";
import { smtpOutcome } from "@/lib/mails/transports/smtp-outcome";

it.each<[number, string, string, boolean]>([
  [550, "550 5.1.1 User unknown", "RCPT TO", true],
  [550, "550 No such user here", "RCPT TO", true],
  [552, "552 5.2.2 Mailbox full", "RCPT TO", false],
  [552, "552 Mailbox full", "RCPT TO", false],
  [554, "554 5.7.1 Blocked", "RCPT TO", false],
  [550, "550 5.1.1 User unknown", "DATA", false],
])(
  "a refusal with %i (%s) to %s marks the address as dead: %s",
  (responseCode, response, command, isAddressDead) => {
    const error = Object.assign(new Error("refused"), { code: "EENVELOPE", responseCode, response, command });
    expect(smtpOutcome(error, false)).toMatchObject({
      kind: "refused",
      by: "receiving_server",
      isAddressDead,
    });
  },
);
