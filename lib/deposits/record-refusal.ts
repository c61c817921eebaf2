import { and, eq, isNotNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type REFUSAL_REASONS, refusedFiles } from "@/db/schema/deposits";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import { lockLedger } from "@/lib/ledger/append-to-ledger";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { quarantineKey } from "@/lib/storage/storage";
import type { DepositMetadata } from "./deposit-metadata";
import type { DepositProblem } from "./deposit-problem";
import type { DepositedFile, DepositResult } from "./deposit-result";
import { depositedBy, type Depositor } from "./depositor";
import { contentsOf } from "./file-contents";
import {
  MAX_REFUSED_FILES,
  MAX_STORED_DETAIL,
  MAX_STORED_METADATA,
  MAX_STORED_PROBLEMS,
  QUARANTINE_DAYS,
  QUARANTINE_LIMIT_BYTES,
} from "./refusal-limits";

export type RefusalReason = (typeof REFUSAL_REASONS)[number];
type Refused = Extract<DepositResult, { ok: false }>;

interface Refusal {
  file: DepositedFile;
  reading: InvoiceReading;
  /** Null when the metadata could not be used. */
  metadata: DepositMetadata | null;
  result: Refused;
}

/**
 * Records a refused file: name, when, by whom, why, and what was read; one row for each fingerprint. The bytes are put
 * in quarantine for 14 days when other metadata may make the file acceptable and the supplier has room there. A file
 * that is on the portal for the same supplier already is recorded as accepted, unless it was refused for being there.
 *
 * The row is written before the bytes, so that no object is without a row that says when to remove it. Its lock of the
 * supplier's ledger is the one of `recordDeposit`: a file cannot be accepted and recorded as refused at the same time.
 */
export async function recordRefusal(viewer: Depositor, refusal: Refusal): Promise<void> {
  const key = await withViewer(viewer, (tx) => writeRow(tx, viewer, refusal));
  if (key !== null) await storage().put(key, refusal.file.bytes);
}

/** Writes the row. Returns where the bytes are to be kept; null when they are not. */
async function writeRow(tx: Transaction, viewer: Depositor, refusal: Refusal): Promise<string | null> {
  const { supplierId } = viewer;
  const at = now();
  const sha256 = sha256Hex(refusal.file.bytes);
  const size = refusal.file.bytes.byteLength;
  const reason = reasonOf(refusal);
  await lockLedger(tx, supplierId);
  const isThisFile = and(eq(refusedFiles.supplierId, supplierId), eq(refusedFiles.sha256, sha256));
  const [known] = await tx
    .select({
      id: refusedFiles.id,
      quarantineKey: refusedFiles.quarantineKey,
      quarantinedUntil: refusedFiles.quarantinedUntil,
    })
    .from(refusedFiles)
    .where(isThisFile);
  if (!known && (await isFull(tx, supplierId))) return null;
  const arrivedAs = reason === "file_elsewhere" ? null : await findArrived(tx, supplierId, sha256);
  const isKept =
    arrivedAs === null &&
    isCorrectable(refusal) &&
    !isBeingRemoved(known, at) &&
    (known?.quarantineKey != null || (await hasRoom(tx, supplierId, size)));
  const quarantine = isKept
    ? {
        quarantineKey: known?.quarantineKey ?? quarantineKey(supplierId, uuidv7()),
        quarantinedUntil: new Date(at.getTime() + QUARANTINE_DAYS * DAY_MS),
      }
    : { quarantineKey: known?.quarantineKey ?? null, quarantinedUntil: known?.quarantinedUntil ?? null };
  const row = {
    fileName: refusal.file.fileName,
    reason,
    problems: problemsOf(refusal.result).slice(0, MAX_STORED_PROBLEMS).map(storedProblem),
    metadata: storedMetadata(refusal.metadata),
    contents: contentsOf(refusal.reading),
    lastRefusedAt: at,
    ...depositedBy(viewer),
    ...quarantine,
    resolution: arrivedAs === null ? null : ("accepted" as const),
    resolvedAt: arrivedAs === null ? null : at,
    invoiceId: arrivedAs,
  };
  if (known)
    await tx
      .update(refusedFiles)
      .set({ ...row, attempts: sql`${refusedFiles.attempts} + 1` })
      .where(isThisFile);
  else await tx.insert(refusedFiles).values({ supplierId, sha256, size, firstRefusedAt: at, ...row });
  return isKept ? quarantine.quarantineKey : null;
}

function reasonOf({ result, reading }: Refusal): RefusalReason {
  if (result.reason !== "refused") return result.reason;
  return reading.ok ? "metadata" : "unreadable";
}

/** Whether other metadata may make the file acceptable. A number that the file itself states cannot be corrected. */
function isCorrectable({ result, reading }: Refusal): boolean {
  if (!reading.ok || result.reason === "file_elsewhere") return false;
  return result.reason === "refused" || reading.fields?.number == null;
}

/**
 * Whether the time of the kept bytes is over. The job that removes them may be at work, so they are not kept for
 * longer: the file is kept again when it is refused after they were removed.
 */
const isBeingRemoved = (known: { quarantinedUntil: Date | null } | undefined, at: Date): boolean =>
  known?.quarantinedUntil != null && known.quarantinedUntil <= at;

async function isFull(tx: Transaction, supplierId: string): Promise<boolean> {
  const counted = tx
    .select({ id: refusedFiles.id })
    .from(refusedFiles)
    .where(eq(refusedFiles.supplierId, supplierId))
    .limit(MAX_REFUSED_FILES)
    .as("counted");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(counted);
  return (row?.count ?? 0) >= MAX_REFUSED_FILES;
}

async function hasRoom(tx: Transaction, supplierId: string, size: number): Promise<boolean> {
  const [row] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${refusedFiles.size}), 0)` })
    .from(refusedFiles)
    .where(and(eq(refusedFiles.supplierId, supplierId), isNotNull(refusedFiles.quarantineKey)));
  return Number(row?.bytes ?? 0) + size <= QUARANTINE_LIMIT_BYTES;
}

async function findArrived(tx: Transaction, supplierId: string, sha256: string): Promise<string | null> {
  const [invoice] = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(
      and(eq(invoices.supplierId, supplierId), eq(invoices.sha256, sha256), eq(invoices.state, "available")),
    );
  return invoice?.id ?? null;
}

function problemsOf(result: Refused): DepositProblem[] {
  if (result.reason === "refused") return result.problems;
  return [{ type: result.reason, detail: "" }];
}

/** A problem quotes what was sent, such as an unknown name: only characters that PostgreSQL stores, and not too many. */
const storedProblem = ({ type, field, detail }: DepositProblem): DepositProblem => ({
  type,
  ...(field !== undefined && { field: storedText(field) }),
  detail: storedText(detail),
});

const storedText = (text: string): string =>
  text.slice(0, MAX_STORED_DETAIL).toWellFormed().replaceAll("\0", "");

/** Metadata that is too long to be stored is stored without its lists, or not at all when an amount has that many digits. */
function storedMetadata(metadata: DepositMetadata | null): Record<string, unknown> | null {
  if (metadata === null || isShort(metadata)) return metadata;
  const { vat: _vat, contracts: _contracts, vehicles: _vehicles, ...rest } = metadata;
  return isShort(rest) ? rest : null;
}

const isShort = (metadata: object): boolean => JSON.stringify(metadata).length <= MAX_STORED_METADATA;
