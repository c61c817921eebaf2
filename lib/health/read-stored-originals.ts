import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** The pages of 8 kB that are read at most, about 40 MB: hundreds of thousands of invoices. */
const MOST_PAGES = 5_000;

/** The digits of an estimate that mean something. */
const ESTIMATED_DIGITS = 3;

export interface StoredOriginals {
  originals: number;
  bytes: number;
  /** Whether only a sample of the invoices was counted. */
  isEstimate: boolean;
}

/**
 * Returns how many originals the storage keeps, and their bytes, as the invoices say it: no storage can be asked for it
 * at a page's speed. Of very many invoices a sample is counted; its figures are rounded.
 */
export async function readStoredOriginals(tx: Transaction, mostPages = MOST_PAGES): Promise<StoredOriginals> {
  const [found] = await tx.execute<{ originals: string; bytes: string; is_estimate: boolean }>(sql`
    select originals, bytes, is_estimate from auth_stored_originals(${mostPages})`);
  const isEstimate = found?.is_estimate ?? false;
  const rounded = (figure = "0") =>
    isEstimate ? Number(Number(figure).toPrecision(ESTIMATED_DIGITS)) : Number(figure);
  return { originals: rounded(found?.originals), bytes: rounded(found?.bytes), isEstimate };
}
