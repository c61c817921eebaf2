import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import { ACCOUNT_DETAILS, type DetailField } from "./details";

export type DetailsSet =
  | { ok: true; changed: boolean }
  | NotChanged
  | { ok: false; reason: "account_closed" }
  | { ok: false; reason: "invalid"; fields: DetailField[] };

type Details = Record<DetailField, string | null>;

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
  const wanted: Partial<Details> = {};
  const invalid: DetailField[] = [];
  for (const field of Object.keys(typed) as DetailField[]) {
    const read = ACCOUNT_DETAILS[field].safeParse(typed[field]);
    if (read.success) wanted[field] = read.data;
    else invalid.push(field);
  }
  if (invalid.length > 0) return { ok: false, reason: "invalid", fields: invalid };
  return changeOne<DetailsSet>(viewer, id, async (tx, account, at) => {
    if (account.state === "closed") return { ok: false, reason: "account_closed" };
    const before = await readDetails(tx, account.id);
    const shown: Details = { ...before, companyName: account.companyName };
    const fields = (Object.keys(wanted) as DetailField[]).filter((field) => wanted[field] !== shown[field]);
    if (fields.length === 0) return { ok: true, changed: false };
    const set = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
    await tx
      .update(accounts)
      .set({ ...set, updatedAt: at })
      .where(eq(accounts.id, account.id));
    for (const field of fields)
      await recordCorrection(
        tx,
        viewer,
        { accountId: account.id, field, oldValue: shown[field], newValue: wanted[field] ?? null },
        at,
      );
    await recordAudit(tx, viewer, {
      action: "account_changed",
      subjectId: account.id,
      accountId: account.id,
      details: { fields },
      at,
    });
    return { ok: true, changed: true };
  });
}

async function readDetails(tx: Transaction, id: string): Promise<Details> {
  const [row] = await tx
    .select({
      companyName: accounts.companyName,
      siret: accounts.siret,
      routingCode: accounts.routingCode,
      electronicAddress: accounts.electronicAddress,
      checkedOn: accounts.checkedOn,
      adviserName: accounts.adviserName,
      adviserEmail: accounts.adviserEmail,
      adviserPhone: accounts.adviserPhone,
    })
    .from(accounts)
    .where(eq(accounts.id, id));
  if (!row) throw new Error("The locked account was not found.");
  return row;
}
