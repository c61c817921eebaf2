import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/accounts/route";
import type { StaffUser } from "@/lib/access/viewer";
import { findOpenChange } from "@/lib/accounts/address-change/find-open-change";
import { saveAddressChange } from "@/lib/accounts/address-change/save-address-change";
import { undoAddressChange } from "@/lib/accounts/address-change/undo-address-change";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { deposit, put } from "./account-request";

const OLD = "camille@melezes.example";
const NEW = "paul@melezes.example";
let supplier: TestSupplier;
let adviser: StaffUser;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
});

const session = async () => ({ id: await provenSession(adviser), viewer: adviser });

const accountId = async (number: string) =>
  String((await asOwner((sql) => sql`select id from accounts where customer_number = ${number}`))[0]?.id);

async function changeInConsole(number: string, email: string): Promise<void> {
  const form = { email, askedBy: "Camille", effective: "next_invoice", person: "other" } as const;
  const whole = { ...form, keepsMember: false, others: [], confirmed: [] };
  expect(await saveAddressChange(await session(), await accountId(number), whole)).toMatchObject({
    ok: true,
  });
}

interface Changes {
  status: number;
  accounts: { customerNumber: string; email: string; changed: string[]; changedAt: string }[];
  next: string | null;
  until: string;
}

async function changes(query: string, key = supplier.key): Promise<Changes> {
  const request = new Request(`http://localhost:3000/api/v1/accounts?${query}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const response = await GET(request, {});
  return { ...((await response.json()) as Omit<Changes, "status">), status: response.status };
}

describe("a value that the console replaced", () => {
  it("is not applied by PUT, which answers with a warning and applies the rest; another value is applied as before", async () => {
    await put(supplier, "C-1", { companyName: "Mélèzes", email: OLD });
    await deposit(supplier, "C-1");
    await changeInConsole("C-1", NEW);
    const pending = { email: NEW, since: "2026-11-23T09:00:00.000Z" };

    const stale = await put(supplier, "C-1", { email: OLD, preference: "digest", effective: "now" });
    expect(stale).toMatchObject({ status: 200, body: { email: OLD, pending, preference: "digest" } });
    expect(stale.body.warnings).toEqual([
      {
        type: "superseded_value",
        field: "email",
        value: OLD,
        kept: NEW,
        at: "2026-11-23T09:00:00.000Z",
        detail: expect.stringContaining("the console replaced this value"),
      },
    ]);
    const third = await put(supplier, "C-1", { email: "compta@melezes.example" });
    expect(third.body).toMatchObject({ warnings: [], pending: { email: "compta@melezes.example" } });
  });

  it("may be empty: an address that the console added is not removed by a call without one", async () => {
    await put(supplier, "C-1", { companyName: "Mélèzes" });
    await changeInConsole("C-1", NEW);
    const stale = await put(supplier, "C-1", { email: null });
    expect(stale.body).toMatchObject({ email: NEW, warnings: [{ field: "email", value: null, kept: NEW }] });
  });

  it("is applied again once the change was undone, and the other account is not touched", async () => {
    for (const number of ["C-1", "C-2"]) await put(supplier, number, { companyName: "Mélèzes", email: OLD });
    await changeInConsole("C-1", NEW);
    const open = await findOpenChange(adviser, await accountId("C-1"));
    await undoAddressChange(await session(), open?.groupId ?? "");
    await put(supplier, "C-1", { email: null });
    expect((await put(supplier, "C-1", { email: OLD })).body).toMatchObject({ email: OLD, warnings: [] });
    expect((await put(supplier, "C-2", { email: OLD })).body.warnings).toEqual([]);
  });
});

describe("what the console changed", () => {
  beforeEach(async () => {
    for (const number of ["C-1", "C-2"]) await put(supplier, number, { companyName: "Mélèzes", email: OLD });
    clockAt("2026-11-23T10:00:00Z");
    await changeInConsole("C-1", NEW);
  });

  it("is listed with the values of today for this supplier's key, from an instant on", async () => {
    const found = await changes("changedSince=2026-11-23T09:30:00Z");
    expect(found).toMatchObject({ status: 200, next: null, until: "2026-11-23T09:59:00.000Z" });
    expect(found.accounts).toMatchObject([
      { customerNumber: "C-1", email: NEW, changed: ["email"], changedAt: "2026-11-23T10:00:00.000Z" },
    ]);
    expect((await changes("changedSince=2026-11-23T10:00:01Z")).accounts).toEqual([]);
    expect((await changes("")).accounts).toHaveLength(1);
    expect((await changes("", (await makeSupplier()).key)).accounts).toEqual([]);
  });

  it("is listed again when it is undone", async () => {
    const open = await findOpenChange(adviser, await accountId("C-1"));
    clockAt("2026-11-23T11:00:00Z");
    await undoAddressChange(await session(), open?.groupId ?? "");
    expect((await changes("changedSince=2026-11-23T10:30:00Z")).accounts).toMatchObject([
      { customerNumber: "C-1", email: OLD, changedAt: "2026-11-23T11:00:00.000Z" },
    ]);
  });

  it("is listed page by page, each change once", async () => {
    await asOwner(
      (sql) => sql`
        insert into account_corrections (id, supplier_id, account_id, field, old_value, new_value, changed_by, at)
        select gen_random_uuid(), a.supplier_id, a.id, 'locale', 'fr', 'en', ${adviser.userId},
          '2026-11-23T10:00:00Z'::timestamptz + n * interval '1 second'
        from accounts a, generate_series(1, 250) n where a.customer_number = 'C-2'`,
    );
    const first = await changes("changedSince=2026-11-23");
    const second = await changes(`cursor=${first.next}`);
    expect([first, second].map(({ accounts }) => accounts.map((one) => one.customerNumber))).toEqual([
      ["C-1", "C-2"],
      ["C-2"],
    ]);
    expect(second.next).toBeNull();
  });

  it.each(["changedSince=yesterday", "changedSince=2026-13-40", "cursor=1_2", "cursor=x"])(
    "is refused for %s",
    async (query) => {
      expect((await changes(query)).status).toBe(422);
    },
  );
});
