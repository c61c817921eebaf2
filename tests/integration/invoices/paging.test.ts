import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { type InvoiceCursor, readCursor, writeCursor } from "@/lib/invoices/filter/invoice-cursor";
import { type InvoiceSort, NEWEST_FIRST, SORT_KEYS } from "@/lib/invoices/filter/invoice-sort";
import type { InvoiceList } from "@/lib/invoices/register/invoice-list";
import { listInvoices } from "@/tests/support/list-invoices";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

let supplier: TestSupplier;

beforeAll(async () => {
  supplier = await makeSupplier();
});

/** Few different values for each field, so that many invoices have the same value. */
const day = fc.integer({ min: 0, max: 4 }).map((days) => addDays("2026-11-01", days));
const drawn = fc.record({
  issuedOn: day,
  dueOn: fc.option(day),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "JPY"),
  total: fc.integer({ min: -2, max: 2 }),
  number: fc.constantFrom("F", "f", "é", "F-1", "F_1", "F 10", "f-2", "%"),
  type: fc.constantFrom("invoice" as const, "credit_note" as const),
});
interface Drawn {
  issuedOn: string;
  dueOn: string | null;
  currency: string;
  total: number;
  number: string;
  type: "invoice" | "credit_note";
}
type Placed = Drawn & { id: string };
/** Up to `max` invoices; long lists, of several pages, are as likely as short ones. */
const some = (max: number) => fc.array(drawn, { maxLength: max, size: "max" });
const sorts = fc.record({ by: fc.constantFrom(...SORT_KEYS), isAscending: fc.boolean() });

const sameDay = (count: number): Drawn[] =>
  Array.from({ length: count }, () => ({
    issuedOn: "2026-11-01",
    dueOn: null,
    currency: "EUR",
    total: 1,
    number: "F",
    type: "invoice",
  }));

async function filled(account: TestAccount, invoices: readonly Drawn[]): Promise<Placed[]> {
  const ids = await fillAccount(
    supplier,
    account,
    invoices.map(({ issuedOn }) => issuedOn),
    (at) => {
      const { dueOn, currency, total, number, type } = invoices[at] ?? {};
      return {
        type,
        due_on: dueOn,
        currency,
        total_with_vat_minor: total,
        number,
        seller_key: `name:${account.id}-${at}-${fills}`,
      };
    },
  );
  fills += 1;
  return invoices.map((one, index) => ({ ...one, id: ids[index] ?? "" }));
}
let fills = 0;

/** The amount in the list: negative for a credit note. */
const shown = ({ type, total }: Drawn) => (type === "credit_note" ? -Math.abs(total) : total);

/** A second implementation of the order, as simple as possible, to compare with. */
function inOrder(rows: readonly Placed[], { by, isAscending }: InvoiceSort): string[] {
  const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const compare = (a: Placed, b: Placed): number => {
    if (by === "date") return bytes(a.issuedOn, b.issuedOn) || bytes(a.id, b.id);
    if (by === "number") return bytes(a.number, b.number) || bytes(a.id, b.id);
    if (by === "amount") return bytes(a.currency, b.currency) || shown(a) - shown(b) || bytes(a.id, b.id);
    return bytes(a.dueOn ?? "", b.dueOn ?? "") || bytes(a.id, b.id);
  };
  const turned = [...rows].sort((a, b) => (isAscending ? compare(a, b) : compare(b, a)));
  const undated = (row: Placed) => by === "due" && row.dueOn === null;
  return [...turned.filter((row) => !undated(row)), ...turned.filter(undated)].map(({ id }) => id);
}

const ids = (list: InvoiceList) => list.rows.map(({ id }) => id);
/** The cursor in the form that a link has. */
const carried = (cursor: InvoiceCursor, { by }: InvoiceSort) => {
  const read = readCursor(new URLSearchParams({ at: writeCursor(cursor) }).get("at") ?? "", by);
  if (!read) throw new Error("A cursor cannot be read back.");
  return read;
};
const open = (account: TestAccount, sort: InvoiceSort, page = {}) =>
  listInvoices(account.administrator, listing({}, { sort, ...page }));

/** All pages from the first to the last; `between` runs before each page. */
async function walkDown(account: TestAccount, sort: InvoiceSort, between = async () => {}) {
  const pages = [await open(account, sort)];
  for (let page = pages[0]; page?.next; page = pages.at(-1)) {
    await between();
    const cursor = carried(page.next, sort);
    pages.push(await open(account, sort, { page: { direction: "after", cursor } }));
  }
  return pages;
}

async function walkUp(account: TestAccount, sort: InvoiceSort, from: InvoiceList, between = async () => {}) {
  const pages = [from];
  for (let page = pages[0]; page?.previous; page = pages[0]) {
    await between();
    const cursor = carried(page.previous, sort);
    pages.unshift(await open(account, sort, { page: { direction: "before", cursor } }));
  }
  return pages;
}

describe("paging through the list", () => {
  it("shows each invoice once and in order, forwards and backwards, for every sort", async () => {
    await fc.assert(
      fc.asyncProperty(some(90), async (invoices) => {
        const account = await makeAccount(supplier);
        const existing = await filled(account, invoices);
        for (const by of SORT_KEYS)
          for (const isAscending of [true, false]) {
            const sort = { by, isAscending };
            const expected = inOrder(existing, sort);
            const down = await walkDown(account, sort);
            expect(down.flatMap(ids), JSON.stringify(sort)).toEqual(expected);
            for (const page of down.slice(0, -1)) expect(page.rows).toHaveLength(25);
            const last = down.at(-1);
            if (!last) throw new Error("no page");
            expect((await walkUp(account, sort, last)).flatMap(ids), JSON.stringify(sort)).toEqual(expected);
            expect([down[0]?.previous, last.next]).toEqual([null, null]);
          }
      }),
      { numRuns: 6, examples: [[[]], [sameDay(25)], [sameDay(26)], [sameDay(50)]] },
    );
  });

  it("neither skips nor repeats existing invoices while deposits arrive", async () => {
    await fc.assert(
      fc.asyncProperty(some(70), fc.infiniteStream(some(5)), sorts, async (invoices, arrivals, sort) => {
        const account = await makeAccount(supplier);
        const existing = inOrder(await filled(account, invoices), sort);
        const arrive = async () => {
          const { value } = arrivals.next();
          await filled(account, value ?? []);
        };
        const down = await walkDown(account, sort, arrive);
        expectOnceInOrder(down.flatMap(ids), existing);
        const last = down.at(-1);
        if (last) expectOnceInOrder((await walkUp(account, sort, last, arrive)).flatMap(ids), existing);
      }),
      { numRuns: 10 },
    );
  });

  function expectOnceInOrder(seen: string[], existing: string[]): void {
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => existing.includes(id))).toEqual(existing);
  }

  it("continues at the place of an invoice that has been withdrawn", async () => {
    const account = await makeAccount(supplier);
    const expected = inOrder(await filled(account, sameDay(40)), NEWEST_FIRST);
    const id = expected[24] ?? "";
    await asOwner(
      (sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${id}`,
    );
    const page = { direction: "after", cursor: { key: "2026-11-01", id } };
    expect(ids(await open(account, NEWEST_FIRST, { page }))).toEqual(expected.slice(25));
  });

  it("stays inside the period and the account", async () => {
    const [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
    const dates = ["2026-10-31", "2026-11-01", "2026-11-15", "2026-11-30", "2026-12-01"];
    const ownIds = await fillAccount(supplier, account, dates);
    await fillAccount(supplier, other, ["2026-11-10"]);
    await fillAccount(supplier, account, ["2026-11-11"], { state: "withdrawn", withdrawn_at: new Date() });
    const list = await listInvoices(account.member, listing({ from: "2026-11-01", to: "2026-11-30" }));
    expect(ids(list)).toEqual([ownIds[3], ownIds[2], ownIds[1]]);
    expect([list.count, list.olderHidden, list.hasMore]).toEqual([3, 1, false]);
    const cursor = { key: "2026-11-30", id: ownIds[3] ?? "" };
    expect((await open(other, NEWEST_FIRST, { page: { direction: "after", cursor } })).rows).toHaveLength(1);
  });
});

describe("a cursor in a URL", () => {
  const id = "019ac0de-0000-7000-8000-000000000000";

  it("is read back as it was written, and other texts are refused", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        day,
        fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n }),
        fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text)),
        (anyId, date, minor, number) => {
          for (const [by, key] of [
            ["date", date],
            ["due", date],
            ["due", null],
            ["number", number],
            ["amount", `EUR${minor}`],
          ] as const)
            expect(readCursor(writeCursor({ key, id: anyId }), by)).toEqual({ key, id: anyId });
        },
      ),
    );
    for (const text of ["", "_", id, `_${id}`, `2026-02-30_${id}`, `2026-11-01_${id}'`, `2026-11-01-${id}`])
      expect(readCursor(text, "date"), text).toBeNull();
    for (const key of ["", "EUR", "eur1", "EUR1.5", `EUR${2n ** 63n}`, "EUR--1"])
      expect(readCursor(`${key}_${id}`, "amount"), key).toBeNull();
    expect(readCursor(`_${id}`, "number")).toBeNull();
    expect(readCursor(`F\n_${id}`, "number")).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...SORT_KEYS), (text, by) => {
        expect(readCursor(text, by)).toBeNull();
      }),
    );
  });
});
