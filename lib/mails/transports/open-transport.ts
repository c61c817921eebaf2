import { join } from "node:path";
import { env } from "@/lib/env";
import type { MailTransport } from "./mail-transport";
import { mailboxTransport } from "./mailbox-transport";
import { resendTransport } from "./resend-transport";
import { smtpTransport } from "./smtp-transport";

let opened: MailTransport | undefined;

/** Returns the installation's transport, selected by `EMAIL_TRANSPORT`. */
export function mailTransport(): MailTransport {
  return (opened ??= openTransport());
}

/** Closes the transport, so that the next use opens a new one: for tests and benchmarks that change the settings. */
export async function forgetTransport(): Promise<void> {
  const old = opened;
  opened = undefined;
  await old?.close();
}

function openTransport(): MailTransport {
  const { EMAIL_TRANSPORT, RESEND_API_KEY = "", RESEND_BASE_URL, SMTP_URL = "", DATA_DIR } = env();
  switch (EMAIL_TRANSPORT) {
    case "resend":
      return resendTransport({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL });
    case "smtp":
      return smtpTransport({ url: SMTP_URL });
    case "mailbox":
      return mailboxTransport(join(DATA_DIR, "mailbox"));
  }
}
