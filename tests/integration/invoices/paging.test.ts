import { addDays } from "@/lib/dates";
import { readCursor, writeCursor, type InvoiceCursor } from "@/lib/invoices/invoice-cursor";
import { listInvoices, type InvoiceList, type InvoicePeriod } from "@/lib/invoices/list-invoices";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fillAccount } from "./fill-account";

let supplier: TestSupplier;

beforeAll(async () => {
  supplier = await makeSupplier();
});

const EVERYTHING: InvoicePeriod = { from: null, to: null };
const FIRST = { direction: "first" } as const;
/** Few different days, so that many invoices share one. */
const someDates = (most: number) =>
  fc.array(
    fc.integer({ min: 0, max: 4 }).map((day) => addDays("2026-11-01", day)),
    { maxLength: most },
  );

const ids = (list: InvoiceList) => list.rows.map(({ id }) => id);
/** As a link carries it. */
const carried = (cursor: InvoiceCursor) => {
  const read = readCursor(writeCursor(cursor));
  if (!read) throw new Error("A cursor cannot be read back.");
  return read;
};

interface Listed {
  id: string;
  issuedOn: string;
}
const newestFirst = (a: Listed, b: Listed) =>
  a.issuedOn < b.issuedOn || (a.issuedOn === b.issuedOn && a.id < b.id) ? 1 : -1;

async function filled(account: TestAccount, dates: readonly string[]): Promise<Listed[]> {
  const made = await fillAccount(supplier, account, dates);
  return dates.map((issuedOn, at) => ({ id: made[at] ?? "", issuedOn }));
}

/** All pages from the newest to the oldest; `between` happens before each turn. */
async function walkDown(account: TestAccount, between = async () => {}): Promise<InvoiceList[]> {
  const pages = [await listInvoices(account.administrator, EVERYTHING, FIRST)];
  for (let page = pages[0]; page?.older; page = pages.at(-1)) {
    await between();
    const cursor = carried(page.older);
    pages.push(await listInvoices(account.administrator, EVERYTHING, { direction: "after", cursor }));
  }
  return pages;
}

async function walkUp(
  account: TestAccount,
  from: InvoiceList,
  between = async () => {},
): Promise<InvoiceList[]> {
  const pages = [from];
  for (let page = pages[0]; page?.newer; page = pages[0]) {
    await between();
    const cursor = carried(page.newer);
    pages.unshift(await listInvoices(account.administrator, EVERYTHING, { direction: "before", cursor }));
  }
  return pages;
}

describe("paging through the list", () => {
  it("shows each invoice once and in order, down and up again, however many share a day", async () => {
    await fc.assert(
      fc.asyncProperty(someDates(90), async (dates) => {
        const account = await makeAccount(supplier);
        const expected = (await filled(account, dates)).sort(newestFirst).map(({ id }) => id);
        const down = await walkDown(account);
        expect(down.flatMap(ids)).toEqual(expected);
        for (const page of down.slice(0, -1)) expect(page.rows).toHaveLength(25);
        const last = down.at(-1);
        if (!last) throw new Error("no page");
        expect((await walkUp(account, last)).flatMap(ids)).toEqual(expected);
        expect([down[0]?.newer, last.older]).toEqual([null, null]);
      }),
      {
        numRuns: 12,
        examples: [
          [[]],
          [Array(25).fill("2026-11-01")],
          [Array(26).fill("2026-11-01")],
          [Array(50).fill("2026-11-02")],
        ],
      },
    );
  });

  it("neither skips nor repeats what was there, while deposits of any date arrive", async () => {
    await fc.assert(
      fc.asyncProperty(someDates(70), fc.infiniteStream(someDates(5)), async (dates, arrivals) => {
        const account = await makeAccount(supplier);
        const there = (await filled(account, dates)).sort(newestFirst).map(({ id }) => id);
        const arrive = async () => {
          const { value } = arrivals.next();
          await fillAccount(supplier, account, value ?? []);
        };
        const down = await walkDown(account, arrive);
        expectOnceInOrder(down.flatMap(ids), there);
        const last = down.at(-1);
        if (last) expectOnceInOrder((await walkUp(account, last, arrive)).flatMap(ids), there);
      }),
      { numRuns: 10 },
    );
  });

  function expectOnceInOrder(seen: string[], there: string[]): void {
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => there.includes(id))).toEqual(there);
  }

  it("goes on from where an invoice was, after it has been withdrawn", async () => {
    const account = await makeAccount(supplier);
    const expected = (await filled(account, Array<string>(40).fill("2026-11-01"))).sort(newestFirst);
    const cursor = expected[24];
    if (!cursor) throw new Error("too few");
    await asOwner(
      (sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${cursor.id}`,
    );
    const after = await listInvoices(account.administrator, EVERYTHING, { direction: "after", cursor });
    expect(ids(after)).toEqual(expected.slice(25).map(({ id }) => id));
  });

  it("stays inside the period and the account", async () => {
    const [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
    const mine = await filled(account, [
      "2026-10-31",
      "2026-11-01",
      "2026-11-15",
      "2026-11-30",
      "2026-12-01",
    ]);
    await filled(other, ["2026-11-10"]);
    await fillAccount(supplier, account, ["2026-11-11"], { state: "withdrawn", withdrawn_at: new Date() });
    const november = { from: "2026-11-01", to: "2026-11-30" };
    const list = await listInvoices(account.member, november, FIRST);
    expect(ids(list)).toEqual([mine[3]?.id, mine[2]?.id, mine[1]?.id]);
    expect([list.count, list.olderHidden, list.hasMore]).toEqual([3, 1, false]);
    const foreign = await listInvoices(other.member, EVERYTHING, {
      direction: "after",
      cursor: { issuedOn: "2026-11-30", id: mine[3]?.id ?? "" },
    });
    expect(foreign.rows).toHaveLength(1);
  });
});

describe("a cursor in a URL", () => {
  it("is read back as it was written, and nothing else is read", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 20_000 }), (id, days) => {
        const cursor = { issuedOn: addDays("2000-01-01", days), id };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
    const id = "019ac0de-0000-7000-8000-000000000000";
    for (const text of [
      undefined,
      "",
      "_",
      id,
      `2026-02-30_${id}`,
      `2026-11-01_${id}'`,
      `2026-11-01_${id.toUpperCase()}`,
    ])
      expect(readCursor(text), text).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void expect(readCursor(text)).toBeNull()));
  });
});
