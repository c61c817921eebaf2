import { and, eq, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import type { AccountChange } from "./account-change";

export interface CompanyRow {
  id: string;
  name: string;
  siren: string | null;
  vatNumber: string | null;
}

type CompanyChange = Pick<AccountChange, "companyName" | "siren" | "vatNumber">;

/**
 * Saves the company of an account after a change: the supplier's row with this SIREN if there is one; else the
 * account's own row, with the new SIREN; or a new row when other accounts share the account's row. Null when a new
 * company has no name. The caller holds the supplier's lock, so that two changes never look for the same SIREN at the same time.
 */
export async function saveCompany(
  tx: Transaction,
  supplierId: string,
  current: (CompanyRow & { accountId: string }) | null,
  change: CompanyChange,
  at: Date,
): Promise<{ id: string; changed: string[] } | null> {
  const siren = change.siren === undefined ? (current?.siren ?? null) : change.siren;
  const keepsSiren = current !== null && current.siren === siren;
  const known = keepsSiren || siren === null ? null : await findBySiren(tx, supplierId, siren);
  const kept = keepsSiren ? current : known;
  if (kept) return { id: kept.id, changed: await updateCompany(tx, kept, { ...change, siren }, current) };
  if (current && !(await isShared(tx, current)))
    return { id: current.id, changed: await updateCompany(tx, current, { ...change, siren }, current) };

  const name = change.companyName ?? current?.name;
  if (name === undefined) return null;
  const [added] = await tx
    .insert(companies)
    .values({ supplierId, name, siren, vatNumber: change.vatNumber ?? null, createdAt: at })
    .returning({ id: companies.id });
  if (!added) throw new Error("A company was not added.");
  return { id: added.id, changed: current ? ["siren"] : [] };
}

async function findBySiren(tx: Transaction, supplierId: string, siren: string): Promise<CompanyRow | null> {
  const [found] = await tx
    .select({
      id: companies.id,
      name: companies.name,
      siren: companies.siren,
      vatNumber: companies.vatNumber,
    })
    .from(companies)
    .where(and(eq(companies.supplierId, supplierId), eq(companies.siren, siren)));
  return found ?? null;
}

async function isShared(tx: Transaction, company: { id: string; accountId: string }): Promise<boolean> {
  const others = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.companyId, company.id), ne(accounts.id, company.accountId)))
    .limit(1);
  return others.length > 0;
}

/** Updates the row and returns the names of the changed fields. */
async function updateCompany(
  tx: Transaction,
  row: CompanyRow,
  change: CompanyChange,
  before: CompanyRow | null,
): Promise<string[]> {
  const name = change.companyName ?? row.name;
  const siren = change.siren === undefined ? row.siren : change.siren;
  const vatNumber = change.vatNumber === undefined ? row.vatNumber : change.vatNumber;
  if (name !== row.name || siren !== row.siren || vatNumber !== row.vatNumber)
    await tx.update(companies).set({ name, siren, vatNumber }).where(eq(companies.id, row.id));
  return [
    ...(name !== before?.name ? ["companyName"] : []),
    ...(siren !== before?.siren ? ["siren"] : []),
    ...(vatNumber !== before?.vatNumber ? ["vatNumber"] : []),
  ];
}
