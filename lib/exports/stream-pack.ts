import { createHash } from "node:crypto";
import { and, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { readableOriginals } from "@/lib/access/access";
import type { AccountReader, StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { writeZip, type ZipEntry, zipSize } from "@/lib/formats/write-zip";
import { storage } from "@/lib/storage/open-storage";
import type { PackPlan, PlannedDocument } from "./plan-pack";

/** Number of invoices checked again in one query, shortly before they are sent. */
const BATCH_SIZE = 50;

/** The exact length of the archive in bytes. */
export function packSize(plan: PackPlan): number {
  return zipSize([...generatedFiles(plan), ...plan.parts.flatMap(({ documents }) => documents)]);
}

/**
 * The archive of a plan: indexes and checksums, then the unchanged originals in the plan's order, without compression.
 * Each original is opened when it is sent, and hashed meanwhile. The stream fails when an invoice was withdrawn
 * meanwhile or a file differs from its deposit, because an incomplete pack must not look complete; the next request
 * makes one without the withdrawn invoice. It also fails when `checkAccess`, called before each original, throws.
 */
export function streamPack(plan: PackPlan, checkAccess: CheckAccess): AsyncGenerator<Uint8Array, void, void> {
  return writeZip(entriesOf(plan, checkAccess));
}

type Reader = AccountReader | StaffUser;
type CheckAccess = (viewer: Reader) => Promise<void>;

async function* entriesOf(plan: PackPlan, checkAccess: CheckAccess): AsyncGenerator<ZipEntry, void, void> {
  yield* generatedFiles(plan);
  for (const { account, documents } of plan.parts) {
    const { viewer } = account;
    for (let at = 0; at < documents.length; at += BATCH_SIZE) {
      for (const entry of await openDocuments(viewer, documents.slice(at, at + BATCH_SIZE))) {
        await checkAccess(viewer);
        yield entry;
      }
    }
  }
}

function generatedFiles({ csv, xlsx, checksums, latestDeposit: modifiedAt }: PackPlan) {
  return [
    { name: "index.csv", modifiedAt, bytes: csv },
    { name: "index.xlsx", modifiedAt, bytes: xlsx },
    { name: "SHA256SUMS", modifiedAt, bytes: checksums },
  ];
}

async function openDocuments(viewer: Reader, planned: readonly PlannedDocument[]): Promise<ZipEntry[]> {
  const found = await findOriginals(
    viewer,
    planned.map(({ id }) => id),
  );
  return planned.map(({ id, name, size }) => {
    const original = found.get(id);
    if (!original) throw new Error("An invoice was withdrawn while the pack was being sent.");
    const { storageKey, sha256, depositedAt } = original;
    return { name, size, modifiedAt: depositedAt, read: () => readOriginal(storageKey, sha256) };
  });
}

async function findOriginals(viewer: Reader, ids: readonly string[]) {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: invoices.id,
        storageKey: invoices.storageKey,
        sha256: invoices.sha256,
        depositedAt: invoices.depositedAt,
      })
      .from(invoices)
      .where(and(readableOriginals(viewer), sql`${invoices.id} = any(${`{${ids.join(",")}}`}::uuid[])`)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function* readOriginal(storageKey: string, sha256: string): AsyncGenerator<Uint8Array, void, void> {
  const stream = await storage().read(storageKey);
  if (!stream) throw new Error("An original is missing from storage.");
  const hash = createHash("sha256");
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256)
    throw new Error("The SHA-256 of an original is not that of the deposited file.");
}
