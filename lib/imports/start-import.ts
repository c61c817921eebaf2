import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import { ownersOf } from "@/lib/access/owners";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import { refuseTable, type TableRefusal, type TableRow } from "@/lib/formats/table-reading";
import { sha256Hex } from "@/lib/sha256";
import { CHECK_AT_ONCE_MS, checkLines } from "./check-lines";
import { claimedUntil } from "./claim-import";
import { findHeadingRow, recogniseColumns } from "./recognise-columns";
import { hasTooManyUnfinished } from "./unfinished-imports";

const BATCH = 2_000;

/** The number of characters kept of a column heading and of the name of a sheet. */
const MAX_HEADING = 120;

export type StartedImport =
  | { ok: true; importId: string }
  | { ok: false; reason: TableRefusal | "table_no_lines" | "too_many_unfinished" };

/**
 * Reads a spreadsheet of customers, keeps its lines and judges them (« Vérifier le fichier »). Changes no account. The
 * file itself is not kept. The same form with the same file makes one import (`formId`). Refuses another import while
 * the supplier has five that are not finished. Throws `Busy` and `ParserBusyError`.
 */
export async function startImport(
  viewer: StaffUser,
  file: { bytes: Uint8Array; fileName: string },
  formId: string,
): Promise<StartedImport> {
  const formHash = sha256Hex(`${formId} ${viewer.userId} ${sha256Hex(file.bytes)}`);
  const known = await withViewer(viewer, (tx) => findByForm(tx, viewer, formHash));
  if (known !== null) return { ok: true, importId: known };
  const table = await parseOffThread(
    "table",
    file.bytes,
    (reason) => refuseTable(reason === "out_of_memory" ? "table_too_large" : "table_broken"),
    { owners: ownersOf(viewer), isKnown: true },
  );
  if (!table.ok) return table;
  const headingRow = findHeadingRow(table.rows);
  const headings = table.rows[headingRow]?.cells.map((heading) => heading.slice(0, MAX_HEADING)) ?? [];
  const rows = table.rows.slice(headingRow + 1);
  if (rows.length === 0) return { ok: false, reason: "table_no_lines" };
  const columns = recogniseColumns(headings);
  const stored = await storeImport(viewer, {
    formHash,
    fileName: file.fileName,
    sheet: table.sheet?.slice(0, MAX_HEADING) ?? null,
    headings,
    rows,
    columns,
  });
  if (!stored.ok) return stored;
  const deadline = new Date(now().getTime() + CHECK_AT_ONCE_MS);
  await checkLines(viewer, { importId: stored.importId, columns }, deadline);
  return stored;
}

async function findByForm(tx: Transaction, viewer: StaffUser, formHash: string): Promise<string | null> {
  const [known] = await tx
    .select({ id: accountImports.id })
    .from(accountImports)
    .where(and(eq(accountImports.supplierId, viewer.supplierId), eq(accountImports.formHash, formHash)));
  return known?.id ?? null;
}

async function storeImport(
  viewer: StaffUser,
  read: {
    formHash: string;
    fileName: string;
    sheet: string | null;
    headings: string[];
    rows: readonly TableRow[];
    columns: ReturnType<typeof recogniseColumns>;
  },
): Promise<StartedImport> {
  const { rows, headings, ...kept } = read;
  const id = uuidv7();
  const at = now();
  return withViewer(viewer, async (tx): Promise<StartedImport> => {
    const isFull = await hasTooManyUnfinished(tx, viewer.supplierId);
    // The same form may have been sent at the same moment; its import counts already.
    const known = await findByForm(tx, viewer, kept.formHash);
    if (known !== null) return { ok: true, importId: known };
    if (isFull) return { ok: false, reason: "too_many_unfinished" };
    await tx.insert(accountImports).values({
      id,
      supplierId: viewer.supplierId,
      userId: viewer.userId,
      ...kept,
      heads: headings,
      lineCount: rows.length,
      state: "checking",
      workedUntil: claimedUntil(at),
      createdAt: at,
    });
    const owner = { import_id: id, supplier_id: viewer.supplierId, state: "unchecked" };
    for (let start = 0; start < rows.length; start += BATCH)
      await insertRows(
        tx,
        accountImportLines,
        rows.slice(start, start + BATCH).map((row) => ({ ...owner, ...row })),
        { onConflict: "fail" },
      );
    return { ok: true, importId: id };
  });
}
