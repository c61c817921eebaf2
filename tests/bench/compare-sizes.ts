import type postgres from "postgres";
import { percentile } from "./percentile";
import { temporaryDatabase } from "./temporary-database";

/** How much slower a request may be on the larger databases. */
const TARGET = 1.2;

interface SizeComparison<Filled> {
  /** The name of the benchmark. */
  name: string;
  /** The sizes of the databases, smallest first, counted in `unit`. */
  sizes: readonly number[];
  /** What the sizes count, such as "invoices". */
  unit: string;
  fill: (owner: postgres.Sql, size: number) => Promise<Filled>;
  rounds: number;
  callsARound: number;
  /** Calls before the first round; they are recorded separately and numbered -warmUp to -1. */
  warmUp: number;
  /** Makes the measured requests of one call; `record` takes the milliseconds that one took. */
  call: (table: { size: number; filled: Filled }, number: number, record: Recorder) => Promise<void>;
}

export type Recorder = (what: string, ms: number) => void;
type Times = Record<string, number[]>;

/** The milliseconds that requests took on a database of one size, by name of the request. */
export interface SizeTimes {
  size: number;
  warmUp: Times;
  times: Times;
}

/**
 * Fills a database for each size and makes the same calls on all of them. The calls alternate between the databases, so
 * that other work of the machine slows all of them down equally. The smallest size is the reference.
 */
export async function compareSizes<Filled>(comparison: SizeComparison<Filled>): Promise<SizeTimes[]> {
  const { rounds, callsARound, warmUp } = comparison;
  const tables: (SizeTimes & { database: TemporaryDatabase; filled: Filled })[] = [];
  const databases: TemporaryDatabase[] = [];
  try {
    for (const size of comparison.sizes) {
      const database = await temporaryDatabase();
      databases.push(database);
      const filled = await fillAndTell(comparison, database.owner, size);
      tables.push({ size, database, filled, warmUp: {}, times: {} });
    }
    const callAll = async (table: (typeof tables)[number], from: number, to: number, times: Times) => {
      table.database.makeCurrent();
      for (let number = from; number < to; number += 1)
        await comparison.call(table, number, (what, ms) => (times[what] ??= []).push(ms));
    };
    for (const table of tables) await callAll(table, -warmUp, 0, table.warmUp);
    for (let round = 0; round < rounds; round += 1)
      for (const table of tables)
        await callAll(table, round * callsARound, (round + 1) * callsARound, table.times);
    return tables;
  } finally {
    for (const database of databases) await database.remove();
  }
}

type TemporaryDatabase = Awaited<ReturnType<typeof temporaryDatabase>>;

async function fillAndTell<Filled>(
  { name, unit, fill }: SizeComparison<Filled>,
  owner: postgres.Sql,
  size: number,
): Promise<Filled> {
  const start = performance.now();
  const filled = await fill(owner, size);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${name}: ${size.toLocaleString("en")} ${unit} filled in ${seconds} s`);
  return filled;
}

/** The figures of one request on a database of one size; `reference` are its times on the smallest. */
type Figure = (measured: { taken: number[]; warmUp: number[]; reference: number[] }) => number;

const FIGURES = {
  first: ({ warmUp }) => percentile(warmUp, 50),
  p50: ({ taken }) => percentile(taken, 50),
  p95: ({ taken }) => percentile(taken, 95),
  "p50 ratio": ({ taken, reference }) => percentile(taken, 50) / percentile(reference, 50),
  "p95 ratio": ({ taken, reference }) => percentile(taken, 95) / percentile(reference, 95),
} satisfies Record<string, Figure>;

/** Prints a table with a line for each size and request. */
export function printSizes(
  tables: readonly SizeTimes[],
  {
    title,
    unit,
    request,
    figures,
  }: { title: string; unit: string; request: string; figures: (keyof typeof FIGURES)[] },
): void {
  console.log(`\n${title}, milliseconds; ratios against the smallest size (target: ${TARGET.toFixed(2)})\n`);
  const names = tables.flatMap(({ times }) => Object.keys(times));
  const width = Math.max(...names.map((name) => name.length)) + 3;
  const line = (size: string, name: string, cells: readonly string[]) =>
    console.log(
      `  ${size.padEnd(12)}${name.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join("")}`,
    );
  line(unit, request, figures);
  for (const { size, times, warmUp } of tables)
    for (const [name, taken] of Object.entries(times)) {
      const measured = { taken, warmUp: warmUp[name] ?? [], reference: tables[0]?.times[name] ?? [] };
      const cells = figures.map((figure) => FIGURES[figure](measured).toFixed(2));
      line(size.toLocaleString("en"), name, cells);
    }
}
