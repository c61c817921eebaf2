import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { VALUE_COLUMNS } from "@/lib/accounts/account-values";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { type DetailField, readDetail } from "./details";

export type DetailsSet =
  | { ok: true; isNew: boolean }
  | NotChanged
  | { ok: false; reason: "closed" }
  | { ok: false; reason: "invalid"; fields: DetailField[] };

/**
 * Saves the company's name, its reception identity or its adviser's contacts of ONE account: other accounts of the same
 * company keep theirs. Former values are kept, so that the supplier's next file does not bring them back. Refuses with all
 * invalid fields at once.
 */
export async function setDetails(
  viewer: StaffUser,
  id: string,
  typed: Partial<Record<DetailField, string>>,
): Promise<DetailsSet> {
  const read = Object.entries(typed).map(([name, text]) => {
    const field = name as DetailField;
    return { field, value: readDetail(field, text) };
  });
  const invalid = read.filter(({ value }) => value === undefined).map(({ field }) => field);
  if (invalid.length > 0) return { ok: false, reason: "invalid", fields: invalid };
  return changeOne<DetailsSet>(viewer, id, async (tx, { id: accountId, state }, at) => {
    if (state === "closed") return { ok: false, reason: "closed" };
    const before = await readValues(tx, accountId);
    const changed = read.flatMap(({ field, value = null }) =>
      value === before[field] ? [] : [{ field, oldValue: before[field], newValue: value }],
    );
    if (changed.length === 0) return { ok: true, isNew: false };
    await tx
      .update(accounts)
      .set({
        ...Object.fromEntries(changed.map(({ field, newValue }) => [field, newValue])),
        updatedAt: at,
      })
      .where(eq(accounts.id, accountId));
    for (const one of changed) await recordCorrection(tx, viewer, { accountId, ...one }, at);
    await recordAudit(tx, viewer, {
      action: "account_changed",
      subjectId: accountId,
      accountId,
      details: { fields: changed.map(({ field }) => field) },
      at,
    });
    return { ok: true, isNew: true };
  });
}

async function readValues(tx: Transaction, id: string) {
  const [values] = await tx
    .select(VALUE_COLUMNS)
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(eq(accounts.id, id));
  if (!values) throw new Error("The locked account was not found.");
  return values;
}
