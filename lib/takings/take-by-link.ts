import { sqlClient } from "@/db/client";
import type { LinkViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import type { TakingProof } from "@/lib/taking-choices";

/**
 * Records that an invoice was taken by the button of a direct link. A link identifies no person, so nobody's « restantes »
 * change; the warning before the removal ends. Changes nothing for an invoice that the link does not name.
 */
export async function takeByLink(viewer: LinkViewer, invoiceId: string, proof: TakingProof): Promise<void> {
  await sqlClient()`select auth_take_by_link(${viewer.linkId}, ${invoiceId}, ${proof}, ${now()})`;
}
