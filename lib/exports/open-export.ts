import { type AccountReader, isSupplierStaff } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { readScope } from "@/lib/persons/scope";
import { watchAccess } from "@/lib/persons/watch-access";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { readExportSelection } from "./export-selection";
import type { IndexWords } from "./index-columns";
import { packName } from "./pack-names";
import { type PackAccount, type PackPlan, planPack } from "./plan-pack";
import { packSize, streamPack } from "./stream-pack";

type ExportFormat = "zip" | "csv" | "xlsx";

const MEDIA_TYPES: Record<ExportFormat, string> = {
  zip: "application/zip",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A download: a pack of originals, or only an index. */
export interface Export {
  fileName: string;
  mediaType: string;
  size: number;
  /** Changes when any byte changes. */
  etag: string;
  /** The bytes; each chunk is made on demand. */
  read(): AsyncGenerator<Uint8Array, void, void>;
  /** The accounts whose originals it contains; none for an index. */
  originals: { viewer: AccountReader; ids: string[] }[];
}

export type OpenedExport = { ok: true; export: Export } | { ok: false; reason: "empty" | "too_many" };

/** The format of a URL: `csv`, `xlsx`, or a pack for any other value. */
function readExportFormat(params: URLSearchParams): ExportFormat {
  const format = params.get("format");
  return format === "csv" || format === "xlsx" ? format : "zip";
}

/**
 * Opens the export of all invoices that the list shows for the same query, on all its pages, in the requested format. A
 * pack stops when the session ends or loses access to an account.
 */
export async function openExport(
  session: CustomerSession,
  params: URLSearchParams,
  words: IndexWords,
): Promise<OpenedExport> {
  const accounts = await packAccounts(session, params);
  const plan = await planPack(accounts, words);
  if (plan === null) return { ok: false, reason: "empty" };
  if (plan === "too_many") return { ok: false, reason: plan };
  return { ok: true, export: makeExport(session, plan, readExportFormat(params), accounts) };
}

/** The session's account or, with `scope=all`, all accounts of the person, each read as that account's user. */
async function packAccounts(session: CustomerSession, params: URLSearchParams): Promise<PackAccount[]> {
  const months = await displayHistoryMonths(session);
  const { company } = readInvoiceFilter(params);
  const accounts = await accountsInScope(session, readScope(params), company);
  return accounts.map(({ viewer, companyName, customerNumber, supplier: { name, timeZone } }) => {
    const today = todayIn(timeZone, now().getTime());
    return {
      viewer,
      selection: readExportSelection(params, { today, historySince: shownSince(today, months) }),
      supplierName: name,
      companyName,
      customerNumber,
      timeZone,
    };
  });
}

function makeExport(
  session: CustomerSession,
  plan: PackPlan,
  format: ExportFormat,
  accounts: readonly PackAccount[],
): Export {
  const about = {
    fileName: `${exportName(plan, accounts)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    etag: `"${format}-${plan.fingerprint}"`,
  };
  if (format === "zip") {
    const originals = plan.parts.flatMap(({ account: { viewer }, documents }) =>
      isSupplierStaff(viewer) ? [] : [{ viewer, ids: documents.map(({ id }) => id) }],
    );
    const read = () => {
      const check = watchAccess(session);
      return streamPack(plan, async (viewer) => {
        if (!isSupplierStaff(viewer)) await check(viewer);
      });
    };
    return { ...about, size: packSize(plan), read, originals };
  }
  const bytes = plan[format];
  return { ...about, size: bytes.length, read: () => inOneChunk(bytes), originals: [] };
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

/** `2026-10_MOBILIZE_204118`, or `2026-08_2026-10_…` over several months. */
function exportName({ from, to }: PackPlan, accounts: readonly PackAccount[]): string {
  const months = [...new Set([from.slice(0, 7), to.slice(0, 7)])].join("_");
  return packName(months, accounts.length === 1 ? (accounts[0] ?? null) : null);
}
