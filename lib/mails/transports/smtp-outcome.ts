import type { SendOutcome } from "./mail-transport";

/**
 * Returns the outcome of a failed send. The server's answer decides: 4xx means try again, 5xx never (RFC 5321, section
 * 4.2.1), but only if it concerns the mail; a refused greeting or password concerns the installation and may be solved
 * later. Without an answer it depends on whether the whole message was transmitted.
 */
export function smtpOutcome(error: unknown, isHandedOver: boolean): SendOutcome {
  const { code, command, responseCode, status } = errorParts(error);
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
  // SMTP cannot transmit this message: too large for the server, or an envelope that cannot be expressed.
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return { kind: "refused", by: "portal", isAddressDead: false, detail };
  return { kind: "retry", afterMs: null, detail };
}

/**
 * Returns whether a refused recipient will never accept a mail. A full mailbox (RFC 3463: X.2.2) may accept one
 * later, and a refusal for policy (X.7.x, for example a blocked sender) does not concern the address. A server
 * without such codes answers 552 for a full mailbox (RFC 5321, section 4.2.3).
 */
function isAddressDead(
  responseCode: number,
  status: string | undefined,
  command: string | undefined,
): boolean {
  return command === "RCPT TO" && responseCode !== 552 && !/^5\.(2\.2|7\.\d+)$/.test(status ?? "");
}

type NodemailerError = Error & Partial<Record<"code" | "command" | "responseCode" | "response", unknown>>;

/** Returns the parts of nodemailer's error without quoted text; `status` is the enhanced code (RFC 3463), as 5.2.2. */
function errorParts(error: unknown) {
  const known: NodemailerError = error instanceof Error ? error : new Error();
  const word = (value: unknown) => (typeof value === "string" ? value : undefined);
  return {
    code: word(known.code) ?? "connection closed",
    command: word(known.command),
    responseCode: typeof known.responseCode === "number" ? known.responseCode : undefined,
    status: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(word(known.response) ?? "")?.[1],
  };
}
