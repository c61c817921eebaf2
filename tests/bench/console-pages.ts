import { createHash } from "node:crypto";
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
import { compareSizes, printSizes } from "./compare-sizes";
import { fillConsole, INVOICES_PER_ACCOUNT } from "./fill-console";
import { fillMails, LARGE_ACCOUNT, LARGE_INVOICES, LARGE_MISSED } from "./fill-mails";

/** Accounts, each with 100 invoices. */
const SIZES = [1_000, 20_000];
const WARM_UP = 10;

const uuidOf = (text: string) => {
  const hash = createHash("md5").update(text).digest("hex");
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

function expectCount(what: string, found: number, wanted: number) {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}.`);
}

/** The queries of each page; `n` is the number of an account without delivery problems. */
const PAGES: Record<string, (viewer: StaffUser, n: number) => Promise<void>> = {
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

/** Runs the queries of an account's page, in the same order, with the answer for its newest invoice. */
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
    throw new Error("The page of an account has no mail or no events.");
}

/**
 * Measures the queries of the page of today, of the desk and of an account's page, and how much slower they are with
 * 20,000 accounts and two million invoices than with 1,000 accounts, which is the reference in the same run. One
 * account has 2,000 invoices. The command may name other numbers of accounts: `npm run bench -- console-pages 1000
 * 5000`.
 */
export async function benchConsolePages(sizes: readonly number[] = SIZES): Promise<void> {
  const tables = await compareSizes({
    name: "console-pages",
    ...{ sizes, unit: "accounts" },
    ...{ rounds: 10, callsARound: 5, warmUp: WARM_UP },
    fill: async (owner, accounts) => {
      const viewer = await fillConsole(owner, accounts);
      await fillMails(owner, accounts);
      return viewer;
    },
    call: async ({ size, filled: viewer }, number, record) => {
      // Accounts 2, 102, 202 … have no delivery problems.
      const n = 2 + 100 * (((number + WARM_UP) * 7919) % (size / 100));
      for (const [name, open] of Object.entries(PAGES)) {
        const start = performance.now();
        await open(viewer, n);
        record(name, performance.now() - start);
      }
    },
  });
  printSizes(tables, {
    title: "console-pages: what one page reads",
    ...{ unit: "accounts", request: "page" },
    figures: ["p50", "p95", "p50 ratio", "p95 ratio"],
  });
}
