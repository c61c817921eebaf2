import { createHash } from "node:crypto";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import type { StaffUser } from "@/lib/access/viewer";
import { readAccountQuery } from "@/lib/accounts/lists/account-query";
import { listAccounts } from "@/lib/accounts/lists/list-accounts";
import { MAX_FOUND } from "@/lib/accounts/search/found-account";
import { fillConsole, INVOICES_PER_ACCOUNT } from "./fill-console";
import { percentile } from "./percentile";
import { temporaryDatabase } from "./temporary-database";

/** Invoices: of 1,000 accounts, and of 100,000. */
const SIZES = [100_000, 10_000_000];
const ROUNDS = 10;
const CALLS_A_ROUND = 20;
const TARGET = 1.2;

const hash = (text: string) => createHash("md5").update(text).digest("hex").slice(0, 10);
const padded = (n: number) => String(n).padStart(7, "0");

/** What is typed to find account `n`, and how many accounts that finds at any size. */
const SEARCHES: Record<string, { typed: (n: number) => string; found: number }> = {
  number: { typed: (n) => `c ${padded(n)}`, found: 1 },
  company: { typed: (n) => hash(`name${n}`).slice(0, 9), found: 1 },
  "common word": { typed: () => "ateliers", found: MAX_FOUND },
  person: { typed: (n) => `camille ${hash(`person${n}1`)}`, found: 1 },
  address: { typed: (n) => `compta@${hash(`name${n}`)}`, found: 1 },
  identifier: { typed: (n) => `u1-${hash(`user${n}`)}`, found: 1 },
  invoice: { typed: (n) => `FT 042 ${padded(n)}`, found: 1 },
  contract: { typed: (n) => `lld ${n} 2`, found: 1 },
  plate: { typed: (n) => `ga-${n}-3`, found: 1 },
  nothing: { typed: (n) => `zzz${n}`, found: 0 },
};

interface Table {
  rows: number;
  database: Awaited<ReturnType<typeof temporaryDatabase>>;
  viewer: StaffUser;
  /** Of the first time that an account is looked for: its rows may have to be read from the disk. */
  first: Record<string, number[]>;
  times: Record<string, number[]>;
}

/**
 * Measures a search of the console with its page, and how much slower it is over 100,000 accounts and 10 million
 * invoices than over 1,000 accounts, which is the reference in the same run; the two are measured in turns. Each
 * search is made once before, so that both answer from memory; how long that took is told beside it. The numbers of
 * invoices may be given: `npm run bench -- console-search 100000 1000000`.
 */
export async function benchConsoleSearch(sizes: readonly number[] = SIZES): Promise<void> {
  const tables: Table[] = [];
  try {
    for (const rows of sizes) {
      const database = await temporaryDatabase();
      try {
        tables.push(await fillTable(rows, database));
      } catch (error) {
        await database.remove();
        throw error;
      }
    }
    for (const into of ["first", "times"] as const)
      for (let round = 0; round < ROUNDS; round += 1)
        for (const table of tables) await measure(table, round, table[into]);
    report(tables);
  } finally {
    for (const { database } of tables) await database.remove();
  }
}

async function fillTable(rows: number, database: Table["database"]): Promise<Table> {
  const start = performance.now();
  await migrate(database.ownerUrl);
  await database.grantLogins();
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const viewer = await fillConsole(owner, rows / INVOICES_PER_ACCOUNT);
  await owner.end();
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`console-search: ${rows.toLocaleString("en")} invoices filled in ${seconds} s`);
  return { rows, database, viewer, first: {}, times: {} };
}

async function measure(
  { rows, database, viewer }: Table,
  round: number,
  times: Record<string, number[]>,
): Promise<void> {
  database.point();
  const accounts = rows / INVOICES_PER_ACCOUNT;
  for (let call = 0; call < CALLS_A_ROUND; call += 1) {
    const n = 1 + (((round * CALLS_A_ROUND + call) * 7919) % accounts);
    for (const [name, { typed, found }] of Object.entries(SEARCHES)) {
      const query = readAccountQuery({ q: typed(n) });
      const start = performance.now();
      const { rows: listed } = await listAccounts(viewer, query);
      (times[name] ??= []).push(performance.now() - start);
      if (listed.length !== found)
        throw new Error(`The search for ${query.q} found ${listed.length} accounts instead of ${found}.`);
    }
  }
}

function report(tables: readonly Table[]): void {
  const [reference] = tables;
  if (!reference) return;
  console.log("\nconsole-search: one search with its page, milliseconds\n");
  console.log(
    `  invoices    search        first     p50     p95   p95 against the smallest table (target: ${TARGET.toFixed(2)})`,
  );
  for (const { rows, first, times } of tables) {
    for (const [name, taken] of Object.entries(times)) {
      const ratio = percentile(taken, 95) / percentile(reference.times[name] ?? [], 95);
      const figures = [
        percentile(first[name] ?? [], 50),
        percentile(taken, 50),
        percentile(taken, 95),
        ratio,
      ];
      const cells = figures.map((n) => n.toFixed(2).padStart(8));
      console.log(`  ${rows.toLocaleString("en").padEnd(12)}${name.padEnd(12)}${cells.join("")}`);
    }
  }
}
