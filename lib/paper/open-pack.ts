import { and, asc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { paperPackInvoices, paperPacks } from "@/db/schema/paper-packs";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { toAscii } from "@/lib/document-name";
import type { IndexWords } from "@/lib/exports/index-columns";
import type { Export } from "@/lib/exports/open-export";
import { type PackAccount, planPack } from "@/lib/exports/plan-pack";
import { packSize, streamPack } from "@/lib/exports/stream-pack";
import { watchStaff } from "@/lib/persons/watch-access";
import type { SupplierStaffSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";

/**
 * Opens a pack that staff took to print: a folder with the unchanged originals of each account, an index and
 * checksums (`zip`), or only the index (`csv`). It may be opened several times. Invoices withdrawn in the meantime
 * are left out. Null for an unknown pack, and when all its invoices were withdrawn.
 */
export async function openPaperPack(
  session: SupplierStaffSession,
  packId: string,
  format: "zip" | "csv",
  words: IndexWords,
): Promise<Export | null> {
  if (!isUuid(packId)) return null;
  const packed = await packAccounts(session, packId);
  const plan = await planPack(packed, words);
  if (plan === null || plan === "too_many") return null;
  const months = [...new Set([plan.from.slice(0, 7), plan.to.slice(0, 7)])].join("_");
  const about = {
    fileName: `${months}_papier_${toAscii(session.supplier.slug)}.${format}`,
    etag: `"paper-${format}-${plan.fingerprint}"`,
    originals: [],
  };
  if (format === "csv")
    return {
      ...about,
      mediaType: "text/csv; charset=utf-8",
      size: plan.csv.length,
      read: async function* () {
        yield plan.csv;
      },
    };
  const check = watchStaff(session);
  return {
    ...about,
    mediaType: "application/zip",
    size: packSize(plan),
    read: () => streamPack(plan, check),
  };
}

/** The accounts of a pack, each read as the member of staff. */
async function packAccounts(
  { viewer, supplier }: SupplierStaffSession,
  packId: string,
): Promise<PackAccount[]> {
  const rows = await withViewer(viewer, (tx) => selectAccounts(tx, viewer, packId));
  return rows.map(({ accountId, companyName, customerNumber }) => ({
    viewer,
    selection: { sort: { by: "date", isAscending: true }, paperPackId: packId, accountId },
    supplierName: supplier.name,
    companyName,
    customerNumber,
    timeZone: supplier.timeZone,
  }));
}

const selectAccounts = (tx: Transaction, viewer: StaffUser, packId: string) =>
  tx
    .selectDistinct({
      accountId: accounts.id,
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
    })
    .from(paperPackInvoices)
    .innerJoin(paperPacks, eq(paperPacks.id, paperPackInvoices.packId))
    .innerJoin(accounts, eq(accounts.id, paperPackInvoices.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(eq(paperPacks.supplierId, viewer.supplierId), eq(paperPacks.id, packId)))
    .orderBy(asc(accounts.customerNumber));
