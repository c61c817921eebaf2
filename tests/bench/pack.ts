import { createHash, randomFillSync } from "node:crypto";
import type postgres from "postgres";
import type { CustomerUser } from "@/lib/access/viewer";
import { type PackAccount, planPack } from "@/lib/exports/plan-pack";
import { packSize, streamPack } from "@/lib/exports/stream-pack";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { NEWEST_FIRST } from "@/lib/invoices/filter/invoice-sort";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { fillInvoices } from "./fill-invoices";
import { temporaryDatabase } from "./temporary-database";

const INVOICES = 2_000;
const BYTES = 100_000;
const ROUNDS = 5;

/**
 * Measures a pack of 2,000 originals of 100 kB: bytes per second, compared with only reading the same files in the same
 * run, in alternating rounds; and the growth of memory after the first round.
 */
export async function benchPack(): Promise<void> {
  const database = await temporaryDatabase();
  try {
    const { owner } = database;
    const [viewer] = await fillInvoices(owner, 1, INVOICES);
    if (!viewer) throw new Error("No account to pack.");
    const keys = await storeOriginals(owner);
    const account: PackAccount = {
      viewer: viewer satisfies CustomerUser,
      selection: {
        filter: EMPTY_FILTER,
        sort: NEWEST_FIRST,
        expiringBy: null,
        isNeverTaken: false,
        ids: null,
      },
      supplierName: "Bench",
      companyName: "Company",
      customerNumber: "1",
      timeZone: "Europe/Paris",
    };
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const alone = await measure(() => drain(readAll(keys)));
      const plan = await measure(() => plannedPack(account));
      const pack = await measure(() => drain(streamPack(plan.result, async () => {})));
      if (pack.result !== packSize(plan.result))
        throw new Error("The length of a pack is not the announced one.");
      if (round > 0) rounds.push({ alone, plan, pack });
    }
    report(
      rounds.map(({ alone, plan, pack }) => ({
        alone: alone.result / alone.ms,
        pack: pack.result / (plan.ms + pack.ms),
        planMs: plan.ms,
        growth: Math.max(plan.growth, pack.growth),
      })),
    );
  } finally {
    await database.remove();
  }
}

async function storeOriginals(owner: postgres.Sql): Promise<string[]> {
  const rows = await owner<{ id: string; supplier_id: string }[]>`select id, supplier_id from invoices`;
  const bytes = Buffer.alloc(BYTES);
  const keys: string[] = [];
  for (const row of rows) {
    randomFillSync(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const key = originalKey(row.supplier_id, "2026-01-01", sha256);
    await storage().put(key, bytes);
    await owner`update invoices set storage_key = ${key}, sha256 = ${Buffer.from(sha256, "hex")} where id = ${row.id}`;
    keys.push(key);
  }
  return keys;
}

async function plannedPack(account: PackAccount) {
  const plan = await planPack([account], INDEX_WORDS);
  if (plan === null || plan === "too_many" || plan.count !== INVOICES)
    throw new Error("The pack has an unexpected number of invoices.");
  return plan;
}

async function* readAll(keys: readonly string[]): AsyncGenerator<Uint8Array, void, void> {
  for (const key of keys) {
    const stream = await storage().read(key);
    if (!stream) throw new Error("An original is missing.");
    yield* stream;
  }
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.length;
  return bytes;
}

/** Growth is the largest resident size during the work minus that before it, after garbage collection if possible. */
async function measure<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; growth: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  clearInterval(sampler);
  return { result, ms, growth: peak - before };
}

interface Round {
  alone: number;
  pack: number;
  planMs: number;
  growth: number;
}

function report(rounds: Round[]): void {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  const medianOf = (pick: (round: Round) => number) => median(rounds.map(pick));
  const perSecond = (bytesPerMs: number) => `${(bytesPerMs / 1_000).toFixed(0)} MB/s`;
  console.log(
    `\npack: ${INVOICES.toLocaleString("en")} originals of ${BYTES / 1_000} kB, median of ${ROUNDS} rounds\n`,
  );
  console.log(`  reading the files alone      ${perSecond(medianOf(({ alone }) => alone))}`);
  console.log(`  the pack, plan included      ${perSecond(medianOf(({ pack }) => pack))}`);
  console.log(
    `  time against reading alone   ${medianOf(({ alone, pack }) => alone / pack).toFixed(2)} (target: 2.00)`,
  );
  console.log(`  the plan and its indexes     ${medianOf(({ planMs }) => planMs).toFixed(0)} ms`);
  console.log(
    `  memory, largest growth       ${(Math.max(...rounds.map(({ growth }) => growth)) / 1e6).toFixed(1)} MB (target: 16)`,
  );
}
