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

interface SavedCompany {
  id: string;
  name: string;
  /** The changed fields except the name: an account may have a name that differs from its company's. */
  changed: ("siren" | "vatNumber")[];
}

type CompanyChange = Pick<AccountChange, "companyName" | "siren" | "vatNumber">;

/**
 * Saves the company of an account after a change: the supplier's row with this SIREN if there is one; else the
 * account's own row, with the new SIREN; or a new row when other accounts share the account's row. Null when a new
 * company has no name. A row that other accounts share keeps its name: renaming one account renames no other. The caller
 * holds the supplier's lock, so that two changes never look for the same SIREN at the same time.
 */
export async function saveCompany(
  tx: Transaction,
  supplierId: string,
  current: (CompanyRow & { accountId: string }) | null,
  change: CompanyChange,
  at: Date,
): Promise<SavedCompany | null> {
  const siren = change.siren === undefined ? (current?.siren ?? null) : change.siren;
  const keepsSiren = current !== null && current.siren === siren;
  const known = keepsSiren || siren === null ? null : await findBySiren(tx, supplierId, siren);
  const kept = keepsSiren ? current : known;
  if (kept) return updateCompany(tx, kept, { ...change, siren }, current);
  if (current && !(await isShared(tx, current.id, current.accountId)))
    return updateCompany(tx, current, { ...change, siren }, current);

  const name = change.companyName ?? current?.name;
  if (name === undefined) return null;
  const [added] = await tx
    .insert(companies)
    .values({ supplierId, name, siren, vatNumber: change.vatNumber ?? null, createdAt: at })
    .returning({ id: companies.id });
  if (!added) throw new Error("A company was not added.");
  return { id: added.id, name, changed: current ? ["siren"] : [] };
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

/** Whether the row has an account besides this one. */
async function isShared(tx: Transaction, id: string, accountId: string | undefined): Promise<boolean> {
  const others = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.companyId, id), accountId === undefined ? undefined : ne(accounts.id, accountId)))
    .limit(1);
  return others.length > 0;
}

async function updateCompany(
  tx: Transaction,
  row: CompanyRow,
  { companyName: name = row.name, siren = row.siren, vatNumber = row.vatNumber }: CompanyChange,
  before: (CompanyRow & { accountId: string }) | null,
): Promise<SavedCompany> {
  const keepsName = name === row.name || (await isShared(tx, row.id, before?.accountId));
  const set = { name: keepsName ? row.name : name, siren, vatNumber };
  if (!keepsName || siren !== row.siren || vatNumber !== row.vatNumber)
    await tx.update(companies).set(set).where(eq(companies.id, row.id));
  const changed = (["siren", "vatNumber"] as const).filter((field) => set[field] !== before?.[field]);
  return { id: row.id, name: set.name, changed };
}
