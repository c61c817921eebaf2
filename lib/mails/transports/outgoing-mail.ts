/** A rendered mail to one person. */
export interface OutgoingMail {
  from: { name: string; address: string };
  /** One address, without a name. */
  replyTo: string;
  /** Exactly one address, without a name. */
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: { fileName: string; mediaType: string; content: Uint8Array }[];
}

/**
 * Checks a mail and removes all that could become another header, another recipient or a path: typed text (names,
 * subjects, header values, file names) loses its control characters, and each address must be exactly one (RFC 5321,
 * section 4.1.2, without quoted local parts). `address` names the first field that is not.
 */
export function checkMail(
  mail: OutgoingMail,
): { ok: true; mail: OutgoingMail } | { ok: false; address: "from" | "replyTo" | "to" } {
  for (const address of ["from", "replyTo", "to"] as const) {
    const value = address === "from" ? mail.from.address : mail[address];
    if (!isOneAddress(value)) return { ok: false, address };
  }
  return {
    ok: true,
    mail: {
      ...mail,
      from: { name: oneLine(mail.from.name), address: mail.from.address },
      subject: oneLine(mail.subject),
      headers: Object.fromEntries(
        Object.entries(mail.headers).map(([name, value]) => [headerName(name), oneLine(value)]),
      ),
      attachments: mail.attachments.map((attachment) => ({
        ...attachment,
        fileName: oneLine(attachment.fileName.replace(/[/\\]/g, "_")) || "document",
        mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(attachment.mediaType)
          ? attachment.mediaType
          : "application/octet-stream",
      })),
    },
  };
}

/** Writes `"Mobilize Lease" <factures@lease.example>`, with the name quoted (RFC 5322, section 3.2.4). */
export function quotedAddress({ name, address }: OutgoingMail["from"]): string {
  return name ? `"${name.replace(/["\\]/g, "\\$&")}" <${address}>` : address;
}

function isOneAddress(value: string): boolean {
  return value.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(value);
}

/**
 * Removes line breaks of every script and invisible characters, except joiners. Text that looks like an encoded word
 * (RFC 2047) is changed, because a mail program would decode it.
 */
function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/=\?(?=[^?\s]+\?[bq]\?)/gi, "= ?")
    .trim();
}

/** Returns the name of a header. The portal chooses it, so a malformed one is a bug. */
function headerName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw new Error("A mail header has a malformed name.");
  return name;
}
