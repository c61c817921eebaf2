import type { MailFrame } from "@/emails/mail-frame";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { Locale } from "@/lib/languages";
import { MAIL_SAMPLES } from "@/lib/mails/kinds/mail-kinds";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { renderContext } from "@/lib/mails/kinds/render-context";
import type { RenderedMail } from "@/lib/mails/writing/render-template";

/** The samples of the mails that suppliers send: all but those that the installation sends to its operators. */
export const PREVIEWED_MAILS = MAIL_SAMPLES.filter(
  ({ kind, name }) => kind !== "alert" && name !== "invitation-operator",
);

/** A mail with invented content, as the supplier's customers or staff would get it. */
export interface PreviewedMail extends RenderedMail {
  from: { name: string; address: string };
  replyTo: string;
}

/**
 * Renders one of `PREVIEWED_MAILS` with the look, words and contacts of the manager's supplier; null for an unknown name.
 */
export async function previewMail(
  viewer: Manager,
  name: string,
  locale: Locale,
): Promise<PreviewedMail | null> {
  const sample = PREVIEWED_MAILS.find((one) => one.name === name);
  if (!sample) return null;
  const supplier = await withViewer(viewer, (tx) => mailSupplier(tx, viewer.supplierId));
  const { frame } = renderContext(supplier, { locale, createdAt: now() }, () => "");
  const rendered = sample.changed((props) => ({ ...props, ...frameOf(frame, props) })).render();
  return {
    ...rendered,
    from: { name: supplier.senderName, address: supplier.senderAddress },
    replyTo: supplier.replyTo,
  };
}

/** Mails to staff name no contact. */
const frameOf = (frame: MailFrame, { contact }: MailFrame): MailFrame => ({
  ...frame,
  contact: contact && frame.contact,
});
