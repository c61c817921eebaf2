import { beforeEach, expect, it } from "vitest";
import { copyAccountingSettings } from "@/lib/accounting/copy-settings";
import { layoutNamed } from "@/lib/accounting/layouts/layout";
import { openSettings } from "@/lib/accounting/open-settings";
import { readAccountingSettings } from "@/lib/accounting/read-settings";
import { saveAccountingSettings } from "@/lib/accounting/save-settings";
import { openSelectionEntries } from "@/lib/accounting/selection-entries";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { SETTINGS } from "@/tests/unit/accounting/booked";
import { ACCOUNTING_WORDS, addBooked, setUp } from "./accounting-world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  clockAt("2026-11-30T10:00:00Z");
  ({ supplier, account } = await resetToOneAccount());
});

it("settings are copied to the person's other companies, without what belongs to one company or supplier", async () => {
  const same = await makeAccount(supplier);
  const elsewhere = await makeAccount(await makeSupplier());
  const stranger = await makeAccount(supplier);
  for (const { identifiers } of [account, same, elsewhere])
    await setProvenAddress(identifiers.administrator, "camille@client.example");
  const rules = [{ subject: "GF-410-BQ", recovery: "no" as const, analyticCode: "" }];
  await setUp(account.administrator, { rules, startsOn: "2026-01-01" });
  await setUp(elsewhere.administrator, {
    supplierAccount: "401999",
    supplierAuxiliary: "F999",
    journal: "ZZ",
  });
  const session = await sessionOf(account.identifiers.administrator);
  expect((await openSettings(session)).otherCompanies).toBe(2);
  expect(await copyAccountingSettings(session)).toEqual({ ok: true, companies: 2 });
  expect(await readAccountingSettings(same.administrator)).toEqual(SETTINGS);
  expect(await readAccountingSettings(elsewhere.administrator)).toEqual({
    ...SETTINGS,
    supplierAccount: "401999",
    supplierAuxiliary: "F999",
  });
  expect((await readAccountingSettings(stranger.administrator)).journal).toBe("");
  const events = await asOwner(
    (sql) =>
      sql`select account_id from audit_events where action = 'accounting_settings_changed' and account_id = ${same.id}`,
  );
  expect(events).toHaveLength(1);
});

it("changes of different settings at the same moment all stay", async () => {
  const { administrator, member } = account;
  await setUp(administrator);
  await Promise.all([
    saveAccountingSettings(administrator, { journal: "J1" }),
    saveAccountingSettings(member, { supplierAccount: "401777" }),
    saveAccountingSettings(administrator, { analyticCode: "A7" }),
    saveAccountingSettings(member, { rules: [{ subject: "X", recovery: "no", analyticCode: "" }] }),
    saveAccountingSettings(administrator, { suspenseAccount: "471777" }),
  ]);
  expect(await readAccountingSettings(member)).toMatchObject({
    ...{ journal: "J1", supplierAccount: "401777", analyticCode: "A7", suspenseAccount: "471777" },
    rules: [{ subject: "X" }],
  });
});

it("the settings page names the rates, and the vehicles of which nothing is said", async () => {
  await setUp(account.administrator, {
    recovery: null,
    vatAccounts: { "10": "4456610" },
    rules: [{ subject: "gf410bq", recovery: "yes", analyticCode: "" }],
  });
  await addBooked(supplier, account, [{}, { vehicles: "{GH-087-XC}" }]);
  const view = await openSettings(await sessionOf(account.identifiers.member));
  expect(view.rates.map((rate) => rate.kind === "rate" && rate.rate)).toEqual(["20", "10"]);
  expect([view.unknown, view.otherCompanies]).toEqual([["GH-087-XC"], 0]);
});

it("the entries of the list's invoices are given without a batch, as the settings are now", async () => {
  const session = await sessionOf(account.identifiers.administrator);
  const [csv, fec] = [layoutNamed("csv"), layoutNamed("fec")];
  if (!csv || !fec) throw new Error("There is no such layout.");
  const open = (query: string, layout = csv) =>
    openSelectionEntries(session, new URLSearchParams(query), layout, ACCOUNTING_WORDS);
  await addBooked(supplier, account, [{ number: "F-1" }, { number: "F-2", vehicles: "{GH-087-XC}" }]);
  expect(await open("from=2000-01-01")).toEqual({ ok: false, reason: "not_set" });
  await setUp(account.administrator);
  const opened = await open("vehicle=GH-087-XC");
  if (!opened.ok) throw new Error(opened.reason);
  const numbers: string[] = [];
  for await (const page of opened.entries)
    numbers.push(...page.map(({ position, number }) => `${position} ${number}`));
  expect(numbers).toEqual(["1 F-2"]);
  expect(await asOwner((sql) => sql`select 1 from accounting_entries`)).toEqual([]);
  expect(await open("q=nothing-at-all")).toEqual({ ok: false, reason: "empty" });
  await addBooked(supplier, account, [{ number: "U-1", currency: "USD" }]);
  expect(await open("from=2000-01-01", fec)).toEqual({ ok: false, reason: "other_currency" });
  expect((await open("from=2000-01-01")).ok).toBe(true);
});
