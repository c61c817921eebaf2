import type { QueuedOriginal } from "@/lib/mails/kinds/queued-parts";
import type { DeriveSecret } from "@/lib/mails/kinds/render-context";
import type { OutgoingMail } from "@/lib/mails/transports/outgoing-mail";
import { storage } from "@/lib/storage/open-storage";
import type { ClaimedMail } from "./shipment";

/**
 * Composes the mail to send from the props stored in its row, and derives its link again. The bytes are the same at
 * each try. Throws when the row does not match its kind, a secret cannot be derived, or an original is missing.
 */
export async function composeMail(mail: ClaimedMail, deriveSecret: DeriveSecret): Promise<OutgoingMail> {
  const { content } = mail;
  if (!content) throw new Error("The stored properties of a mail do not match the schema of its kind.");
  const { supplier, replyTo, attachment } = content;
  const { subject, html, text } = content.render(mail, deriveSecret);
  return {
    from: { name: supplier.senderName, address: supplier.senderAddress },
    replyTo,
    to: mail.recipient,
    subject,
    html,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: attachment ? [await loadAttachment(attachment)] : [],
  };
}

async function loadAttachment({ storageKey, fileName, mediaType }: QueuedOriginal) {
  const stream = await storage().read(storageKey);
  if (!stream) throw new Error("The original of a mail is missing from storage.");
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  return { fileName, mediaType, content };
}
