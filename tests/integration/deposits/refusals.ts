import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Manager } from "@/lib/access/viewer";
import { listRefusedFiles } from "@/lib/deposits/list-refused-files";
import { env } from "@/lib/env";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { madeInvoice } from "@/tests/support/made-invoice";
import { asOwner } from "@/tests/support/world";

/** A file whose buyer no account has, until a customer number is given. */
export const fileFor = (change: Partial<InvoiceSpec> = {}) =>
  madeInvoice({ customerNumber: "unknown", ...change });

export const refusedRows = () =>
  asOwner((sql) => sql`select * from refused_files order by first_refused_at, file_name`);

/** The id of the only refused file. */
export async function onlyRefusedId(): Promise<string> {
  const [row] = await refusedRows();
  return String(row?.id);
}

/** The objects in the quarantine of the supplier. */
export async function quarantined(supplierId: string): Promise<string[]> {
  const root = env().STORAGE_URL.slice("file:".length);
  return readdir(join(root, supplierId, "quarantine")).catch(() => []);
}

/** The refused files that nobody has resolved. */
export const openRefusals = (manager: Manager) =>
  listRefusedFiles(manager, { isOpen: true, day: null, timeZone: "Europe/Paris", after: null, limit: 10 });
