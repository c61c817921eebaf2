import { installation } from "@/db/schema/installation";
import type { Transaction } from "@/db/transaction";
import { env } from "@/lib/env";

/** Whether this deployment may send mails, run jobs and sign; if not, the address that the database belongs to. */
export type Adoption = { ok: true } | NotAdopted;

export interface NotAdopted {
  ok: false;
  reason: "not_adopted";
  rememberedUrl: string;
}

/**
 * Compares `APP_URL` with the address that the database remembers. A preview or a copy of the database has another
 * address: it shows its pages, but sends no mail, runs no job and signs nothing until `npm run adopt` (decision 44). A
 * database that remembers nothing yet belongs to the deployment that starts first. The database of the embedded mode
 * belongs to its machine, on every port. Everybody may ask.
 */
export async function readAdoption(tx: Transaction): Promise<Adoption> {
  const { APP_URL, EMBEDDED } = env();
  if (EMBEDDED) return { ok: true };
  const [remembered] = await tx.select({ url: installation.appUrl }).from(installation);
  if (!remembered || remembered.url === APP_URL) return { ok: true };
  return { ok: false, reason: "not_adopted", rememberedUrl: remembered.url };
}
