import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { logoKey } from "@/lib/logo";
import { sha256Hex } from "@/lib/sha256";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { storage } from "@/lib/storage/open-storage";
import { encodeLogo, type LogoFault } from "./encode-logo";

type Session = Pick<SupplierManagerSession, "id" | "viewer">;

type LogoRefusal = { ok: false; reason: LogoFault | "too_often" } | StaleProof;

/**
 * Makes an uploaded picture the logo of the manager's supplier: on its pages at once, and in the mails that are queued
 * from now on. The file of a former logo stays, because sent mails show it. Needs fresh proof.
 */
export async function saveLogo(session: Session, file: Uint8Array): Promise<{ ok: true } | LogoRefusal> {
  const allowed = await mayChange(session);
  if (!allowed.ok) return allowed;
  const encoded = await encodeLogo(file);
  if (typeof encoded === "string") return { ok: false, reason: encoded };
  const { bytes, width, height } = encoded;
  const sha256 = sha256Hex(bytes);
  await storage().put(logoKey(sha256), bytes);
  await withViewer(session.viewer, async (tx) => {
    if ((await lockLogo(tx, session.viewer)) === sha256) return;
    const logo = { logoSha256: sha256, logoWidth: width, logoHeight: height };
    await writeLogo(tx, session.viewer, logo, "supplier_logo_changed");
  });
  return { ok: true };
}

/** Removes the logo of the manager's supplier: its initials, and in mails its name, stand in its place. Needs fresh proof. */
export async function removeLogo(session: Session): Promise<{ ok: true } | LogoRefusal> {
  const allowed = await mayChange(session);
  if (!allowed.ok) return allowed;
  await withViewer(session.viewer, async (tx) => {
    if ((await lockLogo(tx, session.viewer)) === null) return;
    const logo = { logoSha256: null, logoWidth: null, logoHeight: null };
    await writeLogo(tx, session.viewer, logo, "supplier_logo_removed");
  });
  return { ok: true };
}

async function mayChange(session: Session): Promise<{ ok: true } | LogoRefusal> {
  if ((await takeChange(session.viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  return checkFreshProof(session);
}

async function lockLogo(tx: Transaction, { supplierId }: Manager): Promise<string | null> {
  const [found] = await tx
    .select({ sha256: suppliers.logoSha256 })
    .from(suppliers)
    .where(eq(suppliers.id, supplierId))
    .for("no key update");
  return found?.sha256 ?? null;
}

async function writeLogo(
  tx: Transaction,
  viewer: Manager,
  logo: Pick<typeof suppliers.$inferInsert, "logoSha256" | "logoWidth" | "logoHeight">,
  action: "supplier_logo_changed" | "supplier_logo_removed",
): Promise<void> {
  await tx.update(suppliers).set(logo).where(eq(suppliers.id, viewer.supplierId));
  await recordAudit(tx, viewer, {
    ...{ action, subjectId: viewer.supplierId, at: now(), details: { sha256: logo.logoSha256 } },
  });
}
