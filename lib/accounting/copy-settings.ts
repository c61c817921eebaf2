import { isCustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { readAccountingSettings } from "./read-settings";
import { writeSettings } from "./save-settings";

type SettingsCopied =
  { ok: true; companies: number } | { ok: false; reason: "too_often" | "no_other_company" };

/**
 * Copies journal, accounts, VAT and analytic code to the person's other companies, each as its own user. What belongs
 * to one company stays: the rules of its vehicles and its first day, and the supplier's accounts where the supplier is
 * another one.
 */
export async function copyAccountingSettings(session: CustomerSession): Promise<SettingsCopied> {
  const at = now();
  const others = (await listOwnAccounts(session)).flatMap(({ viewer, isCurrent }) =>
    isCurrent || !isCustomerUser(viewer) ? [] : [viewer],
  );
  if (others.length === 0) return { ok: false, reason: "no_other_company" };
  if ((await takeChange(session.viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const { rules: _rules, startsOn: _startsOn, ...settings } = await readAccountingSettings(session.viewer);
  const { supplierAccount, supplierAuxiliary, ...common } = settings;
  for (const viewer of others) {
    const isSameSupplier = viewer.supplierId === session.viewer.supplierId;
    const change = isSameSupplier ? { ...common, supplierAccount, supplierAuxiliary } : common;
    await withViewer(viewer, (tx) => writeSettings(tx, viewer, change, at));
  }
  return { ok: true, companies: others.length };
}
