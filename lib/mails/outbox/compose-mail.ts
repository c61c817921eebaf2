import { renderClaimedMail } from "@/lib/mails/kinds/render-claimed-mail";
import type { OutgoingMail } from "@/lib/mails/transports/outgoing-mail";
import { storage } from "@/lib/storage/open-storage";
import type { SecretOf } from "./load-secrets";
import type { ClaimedMail } from "./shipment";

/** The mail as it goes out: rendered from the props frozen in its row, its link derived again. The same at every try. */
export async function composeMail(mail: ClaimedMail, secretOf: SecretOf): Promise<OutgoingMail> {
  const { supplier } = mail.props;
  const { subject, html, text } = renderClaimedMail(mail, secretOf);
  return {
    from: { name: supplier.senderName, address: supplier.senderAddress },
    replyTo:
      ("asker" in mail.props && "email" in mail.props.asker && mail.props.asker.email) || supplier.replyTo,
    to: mail.recipient,
    subject,
    html,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: await attachmentsOf(mail),
  };
}

async function attachmentsOf(mail: ClaimedMail): Promise<OutgoingMail["attachments"]> {
  const original = "original" in mail.props ? mail.props.original : null;
  if (!original?.isAttached) return [];
  const stream = await storage().read(original.storageKey);
  if (!stream) throw new Error("The original of a mail is missing from storage.");
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  return [{ fileName: original.fileName, mediaType: original.mediaType, content }];
}
