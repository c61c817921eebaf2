import { and, count, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { requestContacts } from "@/db/schema/customer-requests";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { lockSupplierLists } from "./lock-supplier-lists";
import { MAX_CONTACTS, TITLE_LENGTH } from "./request-limits";

export type ContactFault =
  "not_allowed" | "name_missing" | "not_an_address" | "already_here" | "too_many" | "too_often";

/**
 * Adds a contact, to whom the supplier's staff may pass requests on by mail. Mails with customers' texts then go to
 * that address, so only a manager with fresh proof may add it.
 */
export async function addContact(
  { viewer, sessionId }: { viewer: StaffUser; sessionId: string },
  typed: { name: string; email: string },
): Promise<{ ok: true } | { ok: false; reason: ContactFault } | StaleProof> {
  if (viewer.kind !== "manager") return { ok: false, reason: "not_allowed" };
  const name = cleanText(typed.name).trim().slice(0, TITLE_LENGTH);
  const email = normalizeMailAddress(typed.email);
  if (name === "") return { ok: false, reason: "name_missing" };
  if (!isMailAddress(email)) return { ok: false, reason: "not_an_address" };
  const proof = await checkFreshProof({ id: sessionId });
  if (!proof.ok) return proof;
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const { supplierId } = viewer;
  return withViewer(viewer, async (tx) => {
    await lockSupplierLists(tx, supplierId);
    const ofSupplier = eq(requestContacts.supplierId, supplierId);
    const [same] = await tx
      .select({ id: requestContacts.id })
      .from(requestContacts)
      .where(and(ofSupplier, eq(requestContacts.email, email)));
    if (same) return { ok: false, reason: "already_here" };
    const [all] = await tx.select({ n: count() }).from(requestContacts).where(ofSupplier);
    if ((all?.n ?? 0) >= MAX_CONTACTS) return { ok: false, reason: "too_many" };
    const id = uuidv7();
    await tx.insert(requestContacts).values({ id, supplierId, name, email, createdAt: at });
    const details = { name, email };
    await recordAudit(tx, viewer, { action: "request_contact_added", subjectId: id, at, details });
    return { ok: true };
  });
}
