import { createHash } from "node:crypto";
import { readAccountQuery } from "@/lib/accounts/lists/account-query";
import { listAccounts } from "@/lib/accounts/lists/list-accounts";
import { MAX_FOUND } from "@/lib/accounts/search/found-account";
import { compareSizes, printSizes } from "./compare-sizes";
import { fillConsole, INVOICES_PER_ACCOUNT } from "./fill-console";

/** The numbers of invoices: those of 1,000 accounts and those of 100,000. */
const SIZES = [100_000, 10_000_000];
const ROUNDS = 10;
const CALLS_A_ROUND = 20;
const CALLS = ROUNDS * CALLS_A_ROUND;

const hash = (text: string) => createHash("md5").update(text).digest("hex").slice(0, 10);
const padded = (n: number) => String(n).padStart(7, "0");

/** What is typed to find account `n`, and the number of accounts found, which is the same for every size. */
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

/**
 * Measures a search of the console with its page, and how much slower it is over 100,000 accounts and 10 million
 * invoices than over 1,000 accounts, which is the reference in the same run. Each search runs once before the
 * measurement (`first`), so that the measured ones read from memory. The command may name other numbers of invoices:
 * `npm run bench -- console-search 100000 1000000`.
 */
export async function benchConsoleSearch(sizes: readonly number[] = SIZES): Promise<void> {
  const tables = await compareSizes({
    name: "console-search",
    ...{ sizes, unit: "invoices" },
    ...{ rounds: ROUNDS, callsARound: CALLS_A_ROUND, warmUp: CALLS },
    fill: (owner, rows) => fillConsole(owner, rows / INVOICES_PER_ACCOUNT),
    call: async ({ size, filled: viewer }, number, record) => {
      const n = 1 + ((((number + CALLS) % CALLS) * 7919) % (size / INVOICES_PER_ACCOUNT));
      for (const [name, { typed, found }] of Object.entries(SEARCHES)) {
        const query = readAccountQuery({ q: typed(n) });
        const start = performance.now();
        const { rows } = await listAccounts(viewer, query);
        record(name, performance.now() - start);
        if (rows.length !== found)
          throw new Error(`The search for ${query.q} found ${rows.length} accounts instead of ${found}.`);
      }
    },
  });
  printSizes(tables, {
    title: "console-search: one search with its page",
    ...{ unit: "invoices", request: "search" },
    figures: ["first", "p50", "p95", "p95 ratio"],
  });
}
