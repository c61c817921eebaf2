import { randomUUID } from "node:crypto";
import type { StaffUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { applyImport } from "@/lib/imports/apply-import";
import { getImport } from "@/lib/imports/get-import";
import { listImportLines } from "@/lib/imports/list-import-lines";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { workOnImports } from "@/lib/imports/work-on-imports";
import { provenSession } from "@/tests/support/proven-session";
import { makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

export interface ImportWorld {
  supplier: TestSupplier;
  adviser: StaffUser;
}

export async function makeImportWorld(): Promise<ImportWorld> {
  const supplier = await makeSupplier();
  return { supplier, adviser: (await makeStaff("adviser", supplier)).viewer as StaffUser };
}

/** Works on imports with a deadline that is late enough for every import of these tests. */
export const work = () => workOnImports(new Date(now().getTime() + 60_000));

/** Uploads a file and returns the id of the import. */
export async function upload(adviser: StaffUser, file: string | Uint8Array, form: string = randomUUID()) {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  const started = await startImport(adviser, { bytes, fileName: "clients.csv" }, form);
  if (!started.ok) throw new Error(`Refused: ${started.reason}`);
  return started.importId;
}

/** The verdict of each line, by its number. */
export async function verdicts(adviser: StaffUser, importId: string): Promise<Record<number, string>> {
  const { lines } = await listImportLines(adviser, importId, { verdict: null, after: null });
  return Object.fromEntries(
    lines.map(({ line, judgement: { verdict, refusal } }) => [
      line,
      refusal ? `${verdict} ${refusal.reason}` : verdict,
    ]),
  );
}

/** A session of this member of staff with fresh proof. */
export const proven = async (viewer: StaffUser) => ({ id: await provenSession(viewer), viewer });

export async function apply(adviser: StaffUser, importId: string, count = ""): Promise<void> {
  const applied = await applyImport(await proven(adviser), importId, count);
  if (!applied.ok) throw new Error(`Refused: ${applied.reason}`);
  await work();
}

export async function undo(adviser: StaffUser, importId: string): Promise<void> {
  const undone = await undoImport(await proven(adviser), importId);
  if (!undone.ok) throw new Error(`Refused: ${undone.reason}`);
  await work();
}

export async function countsOf(adviser: StaffUser, importId: string) {
  const found = await getImport(adviser, importId);
  if (!found) throw new Error("No such import.");
  const { applied, skipped, undone, kept } = found.counts;
  return { state: found.state, applied, skipped, undone, kept };
}
