import { and, count, eq, isNotNull } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { mustTypeCount } from "./address-share";
import { countLines } from "./count-lines";
import { lockImport } from "./lock-import";

export type AppliedImport =
  | { ok: true }
  | {
      ok: false;
      reason:
        "import_not_found" | "import_started" | "import_unchecked" | "nothing_to_apply" | "count_differs";
    }
  | StaleProof;

/**
 * Lets background work apply the new, changed and ticked lines of an import (« Appliquer »). Has no effect on an
 * import that is being applied or was applied. When the import changes more than 5 % of the supplier's addresses,
 * `typedCount` must be the number of changed addresses. Needs fresh proof, because a changed address gives access.
 */
export async function applyImport(
  session: { id: string; viewer: StaffUser },
  importId: string,
  typedCount: string,
): Promise<AppliedImport> {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const { viewer } = session;
  return withViewer(viewer, async (tx): Promise<AppliedImport> => {
    const found = await lockImport(tx, viewer, importId);
    if (!found) return { ok: false, reason: "import_not_found" };
    if (found.state === "applying" || found.state === "applied") return { ok: true };
    if (found.state === "checking") return { ok: false, reason: "import_unchecked" };
    if (found.state !== "checked") return { ok: false, reason: "import_started" };
    const counts = await countLines(tx, importId);
    if (counts.waiting === 0) return { ok: false, reason: "nothing_to_apply" };
    if (
      mustTypeCount(counts.changedAddresses, await countAddresses(tx, viewer)) &&
      typedCount.replace(/\s/g, "") !== String(counts.changedAddresses)
    )
      return { ok: false, reason: "count_differs" };
    const at = now();
    await tx
      .update(accountImports)
      .set({ state: "applying", appliedBy: viewer.userId, applyingAt: at, workedUntil: null })
      .where(eq(accountImports.id, importId));
    const created = counts.verdicts.new;
    const changed = counts.verdicts.changed + counts.forced;
    await recordAudit(tx, viewer, {
      action: "import_applied",
      subjectId: importId,
      details: { created, changed },
      at,
    });
    return { ok: true };
  });
}

/** The accounts of the supplier that have an address. */
export async function countAddresses(tx: Transaction, viewer: StaffUser): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(accounts)
    .where(and(visibleAccounts(viewer), isNotNull(accounts.email)));
  return row?.count ?? 0;
}
