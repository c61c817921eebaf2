import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { verifyPassword } from "@/lib/sign-in/password/password-hash";
import { storage } from "@/lib/storage/open-storage";
import { demoPlan } from "@/scripts/demo/demo-plan";
import { type DemoSummary, seedDemo } from "@/scripts/demo/seed-demo";
import { testDatabase } from "../../support/database";

const plan = demoPlan(todayIn("Europe/Paris", now().getTime()));
const kept = plan.invoices.filter((invoice) => !invoice.expired);
let owner: postgres.Sql;
let summary: DemoSummary;
const progress: [number, number][] = [];

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 1 });
  summary = await seedDemo({ onProgress: (done, total) => void progress.push([done, total]) });
});
afterAll(() => owner.end());

test("every invoice that the portal still keeps is deposited with its values and its original", async () => {
  const rows = await owner<
    { number: string; total: string; without: string; vehicles: string[]; key: string; size: number }[]
  >`select number, total_with_vat_minor as total, total_without_vat_minor as without, vehicles, storage_key as key, size
    from invoices`;
  expect(rows.map((row) => row.number).sort()).toEqual(kept.map(({ spec }) => spec.number).sort());
  for (const row of rows) {
    const spec = kept.find((one) => one.spec.number === row.number)?.spec;
    expect(row.vehicles).toEqual(spec?.plates);
    expect(await storage().size(row.key)).toBe(row.size);
  }
  expect(progress.at(-1)).toEqual([kept.length, kept.length]);
});

test("each supplier's ledger is a complete chain, oldest deposit first", async () => {
  for (const { id, slug } of await owner<{ id: string; slug: string }[]>`select id, slug from suppliers`) {
    const entries = kept.filter((invoice) => invoice.supplier === slug).length;
    expect(await verifyLedger({ kind: "job" }, id)).toEqual({ ok: true, entries: BigInt(entries) });
  }
});

test("only this week's deposits wait for a mail, except for accounts that want none", async () => {
  const waiting = await owner<{ issued: string; preference: string; channel: string }[]>`
    select i.issued_on::text as issued, n.preference, n.channel
    from notifications n join invoices i on i.id = n.invoice_id where n.state = 'waiting'`;
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.every((row) => row.preference !== "none" && row.channel === "electronic")).toBe(true);
  const [counted] = await owner<{ all: number }[]>`select count(*)::int as all from notifications`;
  expect(counted?.all).toBe(kept.length);
  expect(waiting.length).toBeLessThan(60);
});

test("the listed passwords, keys and tokens work in the portal", async () => {
  const rows = await owner<{ identifier: string; hash: string }[]>`
    select identifier, password_hash as hash from users where password_hash is not null`;
  expect(rows).toHaveLength(summary.users.length);
  for (const role of ["administrator", "member", "adviser", "manager", "operator"]) {
    const user = summary.users.find((one) => one.role === role);
    const row = rows.find((one) => one.identifier === user?.identifier);
    expect(await verifyPassword(row?.hash ?? null, user?.password ?? "", { owners: [] })).toBe(true);
  }
  expect(Object.keys(summary.supplierKeys)).toEqual(["mobilize-lease", "diac-location", "express-colis"]);
  expect(summary.customerTokens).toHaveProperty("camille.lorme@perce-neige.example");
  const first = summary.users.find(
    (user) => user.supplier === "mobilize-lease" && user.role === "administrator",
  );
  expect(first).toMatchObject({ company: "Transports Perce-Neige SAS", customerNumber: "204118" });
});

test("a database that has suppliers is not changed", async () => {
  const again = await seedDemo({ onProgress: () => expect.unreachable() });
  expect(again).toEqual({ users: [], supplierKeys: {}, customerTokens: {} });
});
