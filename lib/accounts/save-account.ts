import type { SupplierKey } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { AccountChange, AccountProblem } from "./account-change";
import { valuesOf, withoutFields } from "./account-values";
import { findSuperseded } from "./corrections/find-superseded";
import { findBounced } from "./find-bounced";
import { lockAccountByNumber } from "./lock-account-by-number";
import { lockAccountsOf } from "./lock-accounts";
import { recordAccount } from "./record-account";
import { type SupersededValue, supersededValues } from "./superseded-values";

export type SavedAccount =
  | { ok: true; outcome: "created" | "changed" | "unchanged"; warnings: SupersededValue[] }
  | { ok: false; problems: AccountProblem[] };

/**
 * Creates the supplier's account with this customer number, or changes only the given fields (R1, R20–R22). The
 * company is the supplier's row with this SIREN, else the account's own row or a new one (`saveCompany`). No mail is
 * sent before the first invoice (R2). The same change again has no effect. Change and journal entry are one
 * transaction; changes of one supplier's accounts run one after the other. A value that the console replaced since, or an
 * address that bounced, is not applied but reported (`warnings`). Refuses a new account without a company name, and a closed
 * account.
 */
export function saveAccount(
  viewer: SupplierKey,
  customerNumber: string,
  change: AccountChange,
): Promise<SavedAccount> {
  return withViewer(viewer, async (tx) => {
    await lockAccountsOf(tx, viewer.supplierId);
    const found = await lockAccountByNumber(tx, viewer, customerNumber);
    const asked = valuesOf(change);
    const warnings = supersededValues(
      found ? { ...found.values, pendingEmail: found.pendingEmail } : null,
      asked,
      {
        replaced: found ? await findSuperseded(tx, viewer, found.id) : new Map(),
        bounced: await findBounced(tx, viewer, asked.email ? [asked.email] : []),
      },
    );
    const applied = withoutFields(
      change,
      warnings.map(({ field }) => field),
    );
    const account = { customerNumber, found };
    const saved = await recordAccount(tx, viewer, account, applied, { source: "api", at: now() });
    return saved.ok ? { ok: true, outcome: saved.outcome, warnings } : saved;
  });
}
