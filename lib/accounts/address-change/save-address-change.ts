import { v7 as uuidv7 } from "uuid";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { applyAddressChanges } from "@/lib/accounts/apply-address-change";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { forgetAddress } from "@/lib/mails/deliveries/forget-address";
import { sendMissedOf } from "@/lib/notifications/send-missed";
import { checkProofForCustomers, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { lockForChange } from "./lock-for-change";
import type { AddressChangeForm } from "./read-address-change";
import { recordChange } from "./record-change";

export type SavedAddressChange =
  /** `applied`: it has taken effect; `missed`: the invoices that were sent again. */
  | { ok: true; outcome: "applied" | "recorded"; accounts: number; missed: number }
  | { ok: false; reason: "not_found" | "closed" | "same_address" | "too_often" }
  | StaleProof;

/**
 * Changes the notification address of an account, and of the ticked other accounts that use the same address, on
 * behalf of a member of the supplier's staff (R21). The change waits for the next invoice of any of these accounts,
 * or takes effect now. When it takes effect now, the invoices missed so far are sent to the new address after the
 * activation mail. The change also stores who asked for it. Needs fresh proof. Everything is one transaction. The
 * same form sent again is refused once the address has changed (`same_address`).
 */
export async function saveAddressChange(
  session: { id: string; viewer: StaffUser },
  accountId: string,
  form: AddressChangeForm,
): Promise<SavedAddressChange> {
  const proof = await checkProofForCustomers(session);
  if (!proof.ok) return proof;
  const { viewer } = session;
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  return withViewer(viewer, async (tx): Promise<SavedAddressChange> => {
    // The same lock as for changes by the API (`save-account.ts`).
    await lockAccountsOf(tx, viewer.supplierId);
    const locked = await lockForChange(tx, viewer, [accountId, ...form.others]);
    const main = locked.find(({ id }) => id === accountId);
    if (!main) return { ok: false, reason: "not_found" };
    if (main.state === "closed") return { ok: false, reason: "closed" };
    if (main.email === form.email) return { ok: false, reason: "same_address" };
    // The browser names the other accounts, so they are checked: only open ones with the same address are changed.
    const changed = locked.filter(
      ({ id, email, state }) =>
        id === accountId || (email !== null && email === main.email && state !== "closed"),
    );
    await forgetAddress(tx, viewer.supplierId, form.email);
    const groupId = uuidv7();
    const toApply = [];
    const activated = [];
    for (const account of changed) {
      const next = await recordChange(tx, viewer, { account, form, groupId, at });
      if (next === "apply") toApply.push(account);
      if (next === "activated") activated.push(account);
    }
    const applied = await applyAddressChanges(
      tx,
      viewer,
      toApply.map(({ id, companyName, customerNumber }) => ({ accountId: id, companyName, customerNumber })),
      at,
    );
    const missed = await sendMissedOf(tx, viewer, [...toApply, ...activated], at);
    const outcome = applied.length + activated.length > 0 ? "applied" : "recorded";
    return { ok: true, outcome, accounts: changed.length, missed };
  });
}
