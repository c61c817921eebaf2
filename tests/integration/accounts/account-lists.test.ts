import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { applyBulk } from "@/lib/accounts/bulk/apply-bulk";
import { planBulk } from "@/lib/accounts/bulk/plan-bulk";
import { unseenCauseOf } from "@/lib/accounts/lists/account-facts";
import type { AccountListName } from "@/lib/accounts/lists/account-list";
import { accountsPath, readAccountQuery } from "@/lib/accounts/lists/account-query";
import { exportAccounts } from "@/lib/accounts/lists/export-accounts";
import { listAccounts } from "@/lib/accounts/lists/list-accounts";
import { now } from "@/lib/clock";
import { openToday, type Today } from "@/lib/console/open-today";
import { addDays, todayIn } from "@/lib/dates";
import { DAY_MS } from "@/lib/durations";
import { checkUnread } from "@/lib/retention/check-unread";
import { testDatabase } from "@/tests/support/database";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const NAMES = ["fine", "without_address", "refused", "new", "paper", "asking", "leaving"] as const;
type Name = (typeof NAMES)[number];

let supplier: TestSupplier;
let adviser: StaffUser;
let stranger: StaffUser;
const accounts = new Map<string, TestAccount>();
const nameOf = (id: string) => NAMES.find((name) => accounts.get(name)?.id === id) ?? id;
const idOf = (name: Name) => accounts.get(name)?.id ?? "";

beforeAll(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  stranger = (await makeStaff("adviser", await makeSupplier())).viewer as StaffUser;
  const long = new Date(now().getTime() - 40 * DAY_MS);
  for (const [place, name] of NAMES.entries())
    accounts.set(name, await makeAccount(supplier, { customerNumber: `N-${NAMES.length - place}` }));
  await asOwner(async (sql) => {
    for (const name of NAMES) {
      await sql`
        update accounts set email = ${`${name}@client.example`}, email_source = 'api', activation_queued_at = ${long}
        where id = ${idOf(name)}`;
      await sql`update companies set name = ${name} where id = ${accounts.get(name)?.companyId ?? ""}`;
      await sql`
        update users set password_changed_at = now(), email = ${`${name}@client.example`}
        where account_id = ${idOf(name)} and role = 'administrator' and ${name !== "new"}`;
      await sql`
        update users set email = ${`${name}@client.example`}
        where account_id = ${idOf(name)} and role = 'administrator' and ${name === "new"}`;
    }
    await sql`update accounts set email = null where id = ${idOf("without_address")}`;
    await sql`update accounts set channel = 'paper' where id = ${idOf("paper")}`;
    await sql`
      insert into mail_addresses (supplier_id, email, state, reason, at)
      values (${supplier.id}, 'refused@client.example', 'bounced', 'mailbox_full', now())`;
    await sql`
      insert into customer_requests (id, supplier_id, account_id, user_id, kind, wanted, created_at)
      values (${randomUUID()}, ${supplier.id}, ${idOf("asking")}, ${accounts.get("asking")?.administrator.userId ?? ""},
        'duplicate', '{}', now())`;
  });
  const depositId = randomUUID();
  const row = (name: Name, change: object) => ({
    ...invoiceRow(supplier, accounts.get(name) as TestAccount, depositId),
    ...change,
  });
  const today = todayIn("Europe/Paris", now().getTime());
  await insertInvoices(supplier, depositId, [
    row("refused", { deposited_at: long }),
    row("fine", { deposited_at: long }),
    row("leaving", { issued_on: addDays(today, -700), remove_after: addDays(today, 10) }),
  ]);
  await asOwner(
    (sql) => sql`
      insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, seen_at)
      select id, supplier_id, account_id, ${accounts.get("fine")?.member.userId ?? ""}, now()
      from invoices where account_id = ${idOf("fine")}`,
  );
  // A mail with the file that was reported as delivered, and came back.
  await asOwner(
    (sql) => sql`
      insert into invoice_takings (invoice_id, supplier_id, account_id, way, proof, taken_at, undone_at)
      select id, supplier_id, account_id, 'attachment', 'delivered', now(), now()
      from invoices where account_id = ${idOf("refused")}`,
  );
  await checkUnread(now());
});

const list = (params: Record<string, string>, viewer = adviser) =>
  listAccounts(viewer, readAccountQuery(params));
const names = async (params: Record<string, string>, viewer = adviser) =>
  (await list(params, viewer)).rows.map(({ id }) => nameOf(id));

describe("the lists of accounts", () => {
  it.each<[AccountListName, string[]]>([
    ["no_address", ["without_address"]],
    ["delivery_problems", ["refused"]],
    ["never_activated", ["new"]],
    ["unseen", ["refused"]],
    ["requests", ["asking"]],
    ["questions", []],
    ["paper", ["paper"]],
    ["leaving", ["leaving"]],
  ])("%s holds what needs it, counts it, and nothing for another supplier", async (name, wanted) => {
    const { rows, counts, total } = await list({ list: name });
    expect(rows.map(({ id }) => nameOf(id))).toEqual(wanted);
    expect(counts[name]).toEqual({ value: wanted.length, isCapped: false });
    expect(total.value).toBe(wanted.length);
    expect(await names({ list: name }, stranger)).toEqual([]);
  });

  it("say why nothing was opened, and how many invoices will be removed soon", async () => {
    const [unseen] = (await list({ list: "unseen" })).rows;
    expect(unseen && unseenCauseOf(unseen)).toBe("bounced");
    expect(unseen?.unopenedSince).toBeInstanceOf(Date);
    const [leaving] = (await list({ list: "leaving" })).rows;
    expect(leaving).toMatchObject({ leaving: 1, people: 2 });
  });

  it("are sorted by each column, both ways, and searched", async () => {
    expect(await names({})).toEqual([
      "asking",
      "fine",
      "leaving",
      "new",
      "paper",
      "refused",
      "without_address",
    ]);
    expect((await names({ sort: "company-desc" }))[0]).toBe("without_address");
    expect(await names({ sort: "number" })).toEqual([...NAMES].reverse());
    expect((await names({ q: "client.example", sort: "last-desc" })).slice(0, 2).sort()).toEqual([
      "fine",
      "refused",
    ]);
    expect(await names({ q: "new@client", list: "never_activated" })).toEqual(["new"]);
    expect(await names({ q: "fine", list: "never_activated" })).toEqual([]);
  });

  it("are exported in their order", async () => {
    const exported: string[] = [];
    for await (const page of exportAccounts(adviser, readAccountQuery({ sort: "number" })))
      exported.push(...page.map(({ id }) => nameOf(id)));
    expect(exported).toEqual([...NAMES].reverse());
  });

  it("link to the invoice whose whole number was typed, and to none for the beginning of a number", async () => {
    const [invoice] = await asOwner(
      (sql) => sql<{ id: string; number: string }[]>`
        select id, number from invoices where account_id = ${idOf("fine")}`,
    );
    await asOwner((sql) => sql`update invoices set number = 'FT-2026-1' where id = ${invoice?.id ?? ""}`);
    expect((await list({ q: "ft 2026 1" })).invoice).toEqual({
      accountId: idOf("fine"),
      invoiceId: invoice?.id,
    });
    expect((await list({ q: "FT-2026" })).invoice).toBeNull();
    expect((await list({ q: "ft 2026 1" }, stranger)).invoice).toBeNull();
  });
});

describe("a page of a list", () => {
  it("continues where the last one ended, forwards and backwards", async () => {
    const many = await makeSupplier();
    const staff = (await makeStaff("adviser", many)).viewer as StaffUser;
    await asOwner(async (sql) => {
      await sql`
        insert into companies (id, supplier_id, name, created_at)
        select gen_random_uuid(), ${many.id}, 'Société ' || lpad(n::text, 3, '0'), now() from generate_series(1, 60) n`;
      await sql`
        insert into accounts (id, supplier_id, company_id, customer_number, created_at, updated_at)
        select gen_random_uuid(), supplier_id, id, right(name, 3), now(), now() from companies
        where supplier_id = ${many.id}`;
    });
    for (const sort of ["company", "company-desc", "number", "number-desc"]) {
      const query = readAccountQuery({ list: "no_address", sort });
      const first = await listAccounts(staff, query);
      expect(first.rows).toHaveLength(50);
      const nextPath = accountsPath(query, { after: first.next ?? undefined });
      const next = await list(paramsOf(nextPath), staff);
      expect(next.rows).toHaveLength(10);
      expect(new Set([...first.rows, ...next.rows].map(({ id }) => id)).size).toBe(60);
      const backPath = accountsPath(query, { before: next.previous ?? undefined });
      const back = await list(paramsOf(backPath), staff);
      expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
      expect([first.previous, next.next, back.previous]).toEqual([null, null, null]);
    }
  });
});

const paramsOf = (path: string) => Object.fromEntries(new URL(path, "http://x").searchParams);

describe("an action on several accounts", () => {
  it("says beforehand which accounts it changes and why not the others, and takes effect once", async () => {
    const ids = NAMES.map(idOf);
    const action = { kind: "resend_activation" } as const;
    const plan = await planBulk(adviser, action, [...ids, randomUUID(), "x"]);
    const whys = Object.fromEntries(
      (plan?.accounts ?? []).map(({ accountId, why }) => [nameOf(accountId), why]),
    );
    expect(whys).toMatchObject({
      new: null,
      fine: "already_activated",
      paper: "paper",
      without_address: "no_address",
    });
    const chosen = (plan?.accounts ?? []).filter(({ why }) => why === null);
    expect(await applyBulk(adviser, action, chosen)).toEqual({ changed: 1, unchanged: 0, refused: 0 });
    expect(await applyBulk(adviser, action, chosen)).toEqual({ changed: 0, unchanged: 1, refused: 0 });
    expect((await planBulk(stranger, action, ids))?.accounts).toEqual([]);
    expect(await applyBulk(stranger, action, chosen)).toEqual({ changed: 0, unchanged: 0, refused: 1 });
    expect(await names({ list: "never_activated" })).toEqual([]);
  });

  it("assigns accounts only to active staff of the same supplier", async () => {
    const assign = { kind: "assign", userId: stranger.userId } as const;
    expect(await planBulk(adviser, assign, [idOf("fine")])).toBeNull();
    const assignToSelf = { kind: "assign", userId: adviser.userId } as const;
    expect((await planBulk(adviser, assignToSelf, [idOf("fine")]))?.accounts[0]?.why).toBeNull();
    await applyBulk(adviser, assignToSelf, [{ accountId: idOf("fine"), generation: 0 }]);
    expect((await planBulk(adviser, assignToSelf, [idOf("fine")]))?.accounts[0]?.why).toBe("as_it_is");
    expect((await list({ q: "fine" })).rows[0]?.adviser).toBe("adviser");
  });
});

const sumOf = ({ requests }: Today) => Object.values(requests).reduce((sum, { count }) => sum + count, 0);

describe("today", () => {
  it("counts the tasks and the mails, and names the newest events", async () => {
    const today = await openToday(adviser, "Europe/Paris");
    expect(today.counts.no_address.value).toBe(1);
    expect(sumOf(today)).toBe(1);
    expect(today.mails.days).toHaveLength(30);
    expect(today.events.map((one) => one.kind === "act" && one.action)).toContain("activation_resent");
    const strangersToday = await openToday(stranger, "Europe/Paris");
    expect([sumOf(strangersToday), strangersToday.events.length, strangersToday.counts.paper.value]).toEqual([
      0, 0, 0,
    ]);
  });
});
