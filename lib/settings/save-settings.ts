import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { domainOfAddress } from "@/lib/suppliers/sending-address";
import { isDomainTaken } from "./domain/is-domain-taken";
import { beginRaise, limitRaise } from "./retention-raise/retention-raise";
import type { FieldFault, TypedFields } from "./section";
import { type SectionName, SECTIONS } from "./sections/sections";
import { lockSettings, type SupplierSettings } from "./supplier-settings";

export type SettingsRefusal =
  | { ok: false; reason: "invalid"; faults: Record<string, FieldFault> }
  | { ok: false; reason: "changed_meanwhile" | "too_often" };

/**
 * Returns the version of a form's settings that its page shows. It changes whenever one of them does, so that a manager
 * does not overwrite what another one saved meanwhile.
 */
export const versionOf = (name: SectionName, settings: SupplierSettings): string =>
  sha256Hex(JSON.stringify(Object.entries(SECTIONS[name].show(settings)))).slice(0, 32);

/**
 * Saves one form of the settings of the manager's supplier, and returns the names of the changed settings: none when it
 * was sent twice. `version` is the one that the manager saw (`versionOf`). Needs fresh proof. Raising the retention
 * moves the last day of everything that is kept, in batches after the answer; lowering it applies to later deposits only (R15).
 */
export async function saveSettings(
  session: Pick<SupplierManagerSession, "id" | "viewer">,
  name: SectionName,
  typed: TypedFields,
  version: string,
): Promise<{ ok: true; changed: string[] } | SettingsRefusal | StaleProof> {
  const { viewer } = session;
  const read = SECTIONS[name].read(typed);
  if (!read.ok) return { ok: false, reason: "invalid", faults: read.faults };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;

  return withViewer(viewer, async (tx) => {
    const before = await lockSettings(tx, viewer);
    const { values } = read;
    const changed = changedKeys(before, values);
    if (changed.length === 0) return { ok: true, changed };
    if (versionOf(name, before) !== version) return { ok: false, reason: "changed_meanwhile" };
    const { senderAddress = "" } = values;
    const isNewAddress = changed.includes("senderAddress");
    if (isNewAddress && (await isDomainTaken(tx, viewer, domainOfAddress(senderAddress))))
      return { ok: false, reason: "invalid", faults: { senderAddress: "domain_taken" } };
    await tx.update(suppliers).set(values).where(eq(suppliers.id, viewer.supplierId));
    const { retentionMonths = before.retentionMonths } = values;
    if (retentionMonths > before.retentionMonths)
      await beginRaise(tx, viewer.supplierId, retentionMonths, at);
    else if (retentionMonths < before.retentionMonths) await limitRaise(tx, viewer.supplierId, at);
    const details = { section: name, fields: changed };
    await recordAudit(tx, viewer, {
      ...{ action: "supplier_settings_changed", subjectId: viewer.supplierId, at, details },
    });
    return { ok: true, changed };
  });
}

/** Returns the settings whose new values differ from the stored ones. */
function changedKeys(before: SupplierSettings, values: Partial<SupplierSettings>): string[] {
  const keys = Object.keys(values) as (keyof SupplierSettings)[];
  return keys.filter((key) => written(before[key]) !== written(values[key]));
}

/** Writes a value as a text to compare; the order of an object's keys does not matter. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
