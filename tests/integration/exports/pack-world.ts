import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Export, openExport } from "@/lib/exports/open-export";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import { readZip } from "@/tests/support/read-zip";
import { asOwner, type TestAccount, type TestSupplier } from "@/tests/support/world";

export interface StoredInvoice {
  id: string;
  number: string;
  bytes: Buffer;
  sha256: string;
  storageKey: string;
}

/** Inserts invoices and stores their originals without a deposit; `change` sets columns of each row. */
export async function storeInvoices(
  supplier: TestSupplier,
  account: TestAccount,
  changes: readonly Record<string, unknown>[],
): Promise<StoredInvoice[]> {
  const depositId = randomUUID();
  const stored: StoredInvoice[] = [];
  const rows: object[] = [];
  for (const change of changes) {
    const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(150 + (stored.length % 7))]);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const row = {
      ...invoiceRow(supplier, account, depositId),
      deposited_at: new Date("2026-11-20T10:00:00Z"),
      total_with_vat_minor: 12_000,
      sha256: Buffer.from(sha256, "hex"),
      size: bytes.length,
      storage_key: originalKey(supplier.id, "2026-11-02", sha256),
      remove_after: "2028-11-02",
      ...change,
    };
    await storage().put(row.storage_key, bytes);
    rows.push(row);
    stored.push({ id: row.id, number: row.number, bytes, sha256, storageKey: row.storage_key });
  }
  await insertInvoices(supplier, depositId, rows);
  return stored;
}

export async function withdraw(id: string): Promise<void> {
  await asOwner((sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${id}`);
}

export async function opened(session: CustomerSession, query: string): Promise<Export> {
  const result = await openExport(session, new URLSearchParams(query), INDEX_WORDS);
  if (!result.ok) throw new Error(result.reason);
  return result.export;
}

export async function bytesOf(exported: Export): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exported.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads the rest of an export. */
export async function drained(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) size += chunk.length;
  return size;
}

/** The files of a pack: the originals in order, and separately the files made for the pack. */
export function unpacked(zip: Buffer) {
  const files = readZip(zip);
  const made = ["index.csv", "index.xlsx", "SHA256SUMS"];
  return { files, originals: files.filter(({ name }) => !made.includes(name)) };
}

/** Changes one byte of an original where it is stored. */
export async function spoil(invoice: StoredInvoice | undefined): Promise<void> {
  const path = join(originalsFolder(), invoice?.storageKey ?? "");
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  writeFileSync(path, bytes);
}

/** The originals that this process has open now, if the system can tell. */
export function openFiles(): string[] {
  if (!existsSync("/proc/self/fd")) return [];
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(originalsFolder()) ? [path] : [];
    } catch {
      return [];
    }
  });
}

const originalsFolder = () => resolve((process.env.STORAGE_URL ?? "").slice("file:".length));
