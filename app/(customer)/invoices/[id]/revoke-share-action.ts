"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { revokeShare } from "@/lib/links/shares/revoke-share";
import { invoicePlace } from "./invoice-place";

/** « Révoquer »: ends the link of a shared invoice; the page binds the ids of the invoice and of the link. */
export const revokeShareAction = customerAction(
  { list: hidden(2_000) },
  async ({ viewer }, { list }, invoiceId: string, shareId: string) => {
    const { page, to } = invoicePlace(invoiceId, list);
    const revoked = await revokeShare(viewer, shareId);
    if (!revoked.ok) return refuse(page, { reason: revoked.reason, about: "share" }, `${to}#share`);
    return say(page, { done: "share_revoked" }, `${to}#share`);
  },
);
