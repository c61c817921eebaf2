import type { SendOutcome } from "./mail-transport";

/**
 * What a failed send means. The server's own answer decides: 4xx try again, 5xx never (RFC 5321, section 4.2.1), but
 * only where it speaks of the mail; a refused greeting or password is the installation's fault and may pass. Without an
 * answer it depends on whether the whole message was handed over.
 */
export function smtpOutcome(error: unknown, isHandedOver: boolean): SendOutcome {
  const { code, command, responseCode, status } = facts(error);
  const detail = ["smtp", responseCode ?? code, status, responseCode ? command : undefined]
    .filter(Boolean)
    .join(" ");
  const isAboutMail = responseCode !== undefined && /^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? "");
  if (isAboutMail)
    return responseCode >= 500
      ? {
          kind: "refused",
          by: "receiving_server",
          isAddressDead: isAddressDead(responseCode, status, command),
          detail,
        }
      : { kind: "retry", afterMs: null, detail };
  if (isHandedOver) return { kind: "unknown", afterMs: null, detail };
  // The message itself cannot be said in SMTP: too large for the server, or an envelope it has no words for.
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return { kind: "refused", by: "portal", isAddressDead: false, detail };
  return { kind: "retry", afterMs: null, detail };
}

/**
 * Whether a refused recipient will never take a mail. A full mailbox (RFC 3463: X.2.2) will, and a refusal for policy
 * (X.7.x, a blocked sender for instance) is not about the address; a server without such codes answers 552 when the
 * mailbox is full (RFC 5321, section 4.2.3).
 */
function isAddressDead(
  responseCode: number,
  status: string | undefined,
  command: string | undefined,
): boolean {
  return command === "RCPT TO" && responseCode !== 552 && !/^5\.(2\.2|7\.\d+)$/.test(status ?? "");
}

type NodemailerError = Error & Partial<Record<"code" | "command" | "responseCode" | "response", unknown>>;

/** The parts of nodemailer's error that quote nothing; `status` is the enhanced code (RFC 3463), such as 5.2.2. */
function facts(error: unknown) {
  const known: NodemailerError = error instanceof Error ? error : new Error();
  const word = (value: unknown) => (typeof value === "string" ? value : undefined);
  return {
    code: word(known.code) ?? "connection closed",
    command: word(known.command),
    responseCode: typeof known.responseCode === "number" ? known.responseCode : undefined,
    status: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(word(known.response) ?? "")?.[1],
  };
}
