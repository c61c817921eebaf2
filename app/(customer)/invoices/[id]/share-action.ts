"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { createShare } from "@/lib/links/shares/create-share";
import { invoicePlace } from "./invoice-place";

/** « Créer le lien »: shares the invoice with somebody outside the portal; the page binds the invoice's id. */
export const shareAction = customerAction(
  { recipient: text(200), list: hidden(2_000) },
  async ({ viewer, supplier }, { recipient, list }, invoiceId: string) => {
    const { page, to } = invoicePlace(invoiceId, list);
    const shared = await createShare({ viewer, timeZone: supplier.timeZone }, invoiceId, recipient);
    if (!shared.ok) return refuse(page, { reason: shared.reason, about: "share" }, `${to}#share`);
    return say(page, { done: "shared" }, `${to}#share`);
  },
);
