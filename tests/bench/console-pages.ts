import { createHash } from "node:crypto";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import type { StaffUser } from "@/lib/access/viewer";
import { findOpenChange } from "@/lib/accounts/address-change/find-open-change";
import { openAnswer } from "@/lib/accounts/one/answer/open-answer";
import { listAccountInvoices } from "@/lib/accounts/one/invoices/list-account-invoices";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { openAccount } from "@/lib/accounts/one/open-account";
import { listPeople } from "@/lib/accounts/one/people/list-people";
import { listMissed } from "@/lib/accounts/one/resend/list-missed";
import { listTimeline } from "@/lib/accounts/one/timeline/list-timeline";
import { openToday } from "@/lib/console/open-today";
import { listRecentDeposits } from "@/lib/deposits/list-recent-deposits";
import { readDeskFilter } from "@/lib/desk/desk-filter";
import { listDeliveryProblems } from "@/lib/desk/list-delivery-problems";
import { listSentMails } from "@/lib/desk/list-sent-mails";
import { listAccountRequests } from "@/lib/requests/list-account-requests";
import { fillConsole, INVOICES_PER_ACCOUNT } from "./fill-console";
import { fillMails, LARGE_ACCOUNT, LARGE_INVOICES, LARGE_MISSED } from "./fill-mails";
import { percentile } from "./percentile";
import { temporaryDatabase } from "./temporary-database";

/** Accounts, each with 100 invoices. */
const SIZES = [1_000, 20_000];
const ROUNDS = 10;
const CALLS_A_ROUND = 5;
const WARM_UP = 10;
const TARGET = 1.2;

interface Table {
  accounts: number;
  database: Awaited<ReturnType<typeof temporaryDatabase>>;
  viewer: StaffUser;
  times: Record<string, number[]>;
}

const uuidOf = (text: string) => {
  const hash = createHash("md5").update(text).digest("hex");
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

function expectCount(what: string, found: number, wanted: number) {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}.`);
}

/** What each page reads; `n` is the number of an account without trouble. */
export const PAGES: Record<string, (viewer: StaffUser, n: number) => Promise<void>> = {
  today: async (viewer) => {
    await Promise.all([openToday(viewer, "Europe/Paris"), listRecentDeposits(viewer, 12)]);
  },
  desk: async (viewer) => {
    await listDeliveryProblems(viewer, readDeskFilter({}));
  },
  "desk by name": async (viewer) => {
    await listDeliveryProblems(viewer, readDeskFilter({ sort: "name", cause: "unknown_address" }));
  },
  "desk search": async (viewer) => {
    const { people } = await listDeliveryProblems(viewer, readDeskFilter({ q: "C0000107" }));
    expectCount("desk search", people.length, 1);
  },
  "all mails": async (viewer) => {
    const { older } = await listSentMails(viewer, null);
    const { mails } = await listSentMails(viewer, older);
    expectCount("second page of mails", mails.length, 50);
  },
  "an account": (viewer, n) => openPage(viewer, n, 0),
  "large account": (viewer) => openPage(viewer, LARGE_ACCOUNT, LARGE_MISSED),
};

/** Reads what the page of an account does, with the answer for its newest invoice, in the same turns. */
async function openPage(viewer: StaffUser, n: number, missed: number): Promise<void> {
  const id = uuidOf(`account${n}`);
  const newest = n === LARGE_ACCOUNT ? LARGE_INVOICES : INVOICES_PER_ACCOUNT;
  if (!(await openAccount(viewer, id))) throw new Error("No account.");
  await listPeople(viewer, id);
  const [listed, answer, timeline] = await Promise.all([
    listMissed(viewer, id),
    openAnswer(viewer, id, uuidOf(`invoice${newest}-${n}`)),
    listTimeline(viewer, id, { filter: null, before: null }),
    listAccountInvoices(viewer, id, null),
    listAccountRequests(viewer, id),
    listNotes(viewer, id),
    findOpenChange(viewer, id),
  ]);
  expectCount("missed", listed.length, missed);
  if (!answer?.mail || timeline.entries.length === 0)
    throw new Error("The page of an account lacks something.");
}

/**
 * Measures what the page of today, the desk and the page of an account read, and how much slower they are with 20,000
 * accounts and two million invoices than with 1,000 accounts, which is the reference in the same run; the two are
 * measured in turns. One account has 2,000 invoices. The numbers of accounts may be given: `npm run bench --
 * console-pages 1000 5000`.
 */
export async function benchConsolePages(sizes: readonly number[] = SIZES): Promise<void> {
  const tables: Table[] = [];
  try {
    for (const accounts of sizes) {
      const database = await temporaryDatabase();
      try {
        tables.push(await fillTable(accounts, database));
      } catch (error) {
        await database.remove();
        throw error;
      }
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const table of tables) await measure(table, round * CALLS_A_ROUND, CALLS_A_ROUND, table.times);
    report(tables);
  } finally {
    for (const { database } of tables) await database.remove();
  }
}

async function fillTable(accounts: number, database: Table["database"]): Promise<Table> {
  const start = performance.now();
  await migrate(database.ownerUrl);
  await database.grantLogins();
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const viewer = await fillConsole(owner, accounts);
  await fillMails(owner, accounts);
  await owner.end();
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`console-pages: ${accounts.toLocaleString("en")} accounts filled in ${seconds} s`);
  const table = { accounts, database, viewer, times: {} };
  await measure(table, -WARM_UP, WARM_UP, {});
  return table;
}

async function measure(
  { accounts, database, viewer }: Table,
  from: number,
  calls: number,
  times: Record<string, number[]>,
): Promise<void> {
  database.point();
  for (let at = from; at < from + calls; at += 1) {
    // Accounts 2, 102, 202 … have no trouble.
    const n = 2 + 100 * (((at + WARM_UP) * 7919) % (accounts / 100));
    for (const [name, open] of Object.entries(PAGES)) {
      const start = performance.now();
      await open(viewer, n);
      (times[name] ??= []).push(performance.now() - start);
    }
  }
}

function report(tables: readonly Table[]): void {
  const [reference] = tables;
  if (!reference) return;
  console.log("\nconsole-pages: what one page reads, milliseconds\n");
  console.log(
    `  accounts    page                 p50     p95   p50 and p95 against the smallest (target: ${TARGET.toFixed(2)})`,
  );
  for (const { accounts, times } of tables) {
    for (const [name, taken] of Object.entries(times)) {
      const ofSmallest = reference.times[name] ?? [];
      const [p50, p95] = [percentile(taken, 50), percentile(taken, 95)];
      const cells = [p50, p95, p50 / percentile(ofSmallest, 50), p95 / percentile(ofSmallest, 95)];
      console.log(
        `  ${accounts.toLocaleString("en").padEnd(12)}${name.padEnd(16)}${cells.map((n) => n.toFixed(2).padStart(8)).join("")}`,
      );
    }
  }
}
