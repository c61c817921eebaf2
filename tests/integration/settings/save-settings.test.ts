import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { saveSettings, versionOf } from "@/lib/settings/save-settings";
import { type SectionName, SECTIONS } from "@/lib/settings/sections/sections";
import { openSettings } from "@/lib/settings/supplier-settings";
import { clockAt } from "@/tests/support/clock-file";
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
import { provenManager, rowOf, saveForm } from "./settings-world";

const START = new Date("2026-11-23T09:00:00Z");
let supplier: TestSupplier;
let session: Awaited<ReturnType<typeof provenManager>>;

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  supplier = await makeSupplier();
  session = await provenManager(supplier);
});

const events = () =>
  asOwner((sql) => sql`select action, actor_id, supplier_id, details from audit_events order by at, id`);

describe("saving a form of the settings", () => {
  it("stores what was typed, and notes the names of the changed settings in the journal", async () => {
    const saved = await saveForm(session, "identity", { name: " Loueur\u202e Neuf ", brandColor: "F80" });
    expect(saved).toEqual({ ok: true, changed: ["name", "brandColor"] });
    expect(await rowOf(supplier)).toMatchObject({ name: "Loueur Neuf", brand_color: "#ff8800" });
    expect(await events()).toEqual([
      {
        action: "supplier_settings_changed",
        actor_id: session.viewer.userId,
        supplier_id: supplier.id,
        details: { section: "identity", fields: ["name", "brandColor"] },
      },
    ]);
  });

  it("stores what the legal notice says of the company, and refuses a number that cannot be one", async () => {
    const typed = {
      legalName: "Loueur Neuf SAS",
      address: "1 rue du Port\r\n\r\n 59000 Lille\r\n",
      publisher: "La direction",
    };
    const wrong = { ...typed, siren: "123456789", vatNumber: "12345678901" };
    expect(await saveForm(session, "company", wrong)).toEqual({
      ok: false,
      reason: "invalid",
      faults: { siren: "not_a_siren", vatNumber: "not_a_vat_number" },
    });
    const right = { ...typed, siren: "732 829 320", vatNumber: "fr 44 732829320" };
    expect(await saveForm(session, "company", right)).toMatchObject({ ok: true });
    expect(await rowOf(supplier)).toMatchObject({
      ...{ legal_name: "Loueur Neuf SAS", address: "1 rue du Port\n59000 Lille", publisher: "La direction" },
      ...{ siren: "732829320", vat_number: "FR44732829320" },
    });
  });

  it("changes nothing when it is sent twice, and writes no second event", async () => {
    const settings = await openSettings(session.viewer);
    const typed = { ...SECTIONS.identity.show(settings), name: "Loueur Neuf" };
    const version = versionOf("identity", settings);
    expect(await saveSettings(session, "identity", typed, version)).toEqual({ ok: true, changed: ["name"] });
    expect(await saveSettings(session, "identity", typed, version)).toEqual({ ok: true, changed: [] });
    expect(await events()).toHaveLength(1);
  });

  it("does not overwrite what another manager saved meanwhile, except in another form", async () => {
    const other = await provenManager(supplier);
    const settings = await openSettings(session.viewer);
    const version = versionOf("identity", settings);
    await saveForm(other, "identity", { brandColor: "#5b2a86" });
    await saveForm(other, "notifications", { digestHour: "6" });
    const typed = { ...SECTIONS.identity.show(settings), name: "Loueur Neuf" };
    expect(await saveSettings(session, "identity", typed, version)).toEqual({
      ok: false,
      reason: "changed_meanwhile",
    });
    expect(await rowOf(supplier)).toMatchObject({ name: "Loueur Essai", brand_color: "#5b2a86" });
    const contact = versionOf("contact", settings);
    const phone = { ...SECTIONS.contact.show(settings), contactPhone: "01 99 00 00 01" };
    expect(await saveSettings(session, "contact", phone, contact)).toMatchObject({ ok: true });
  });

  it("needs fresh proof", async () => {
    clockAt(new Date(START.getTime() + 6 * 60_000));
    expect(await saveForm(session, "identity", { name: "Autre" })).toMatchObject({ reason: "proof_needed" });
    expect(await rowOf(supplier)).toMatchObject({ name: "Loueur Essai" });
  });

  const REFUSED: [SectionName, Record<string, string>, Record<string, string>][] = [
    ["identity", { name: " \n", brandColor: "red" }, { name: "missing", brandColor: "not_a_color" }],
    ["identity", { name: "x".repeat(61) }, { name: "too_long" }],
    [
      "contact",
      { contactEmail: "conseil@", contactPhone: "<b>" },
      { contactEmail: "not_an_address", contactPhone: "not_a_phone" },
    ],
    ["languages", { language_fr: "", language_en: "" }, { language_fr: "missing" }],
    ["recoveryAnswer", { recoveryAnswer: "both" }, { recoveryAnswer: "not_a_choice" }],
    ["retention", { retentionMonths: "23" }, { retentionMonths: "not_a_number" }],
    [
      "retention",
      { retentionMonths: "24.5", defaultHistoryMonths: "5" },
      { retentionMonths: "not_a_number", defaultHistoryMonths: "not_a_choice" },
    ],
    ["formerPortal", { startsOn: "2022-02-30" }, { startsOn: "not_a_date" }],
    [
      "formerPortal",
      { startsOn: "2022-12-02", formerPortalUrl: "javascript:alert(1)" },
      { formerPortalUrl: "not_a_url" },
    ],
    [
      "formerPortal",
      { startsOn: "2022-12-02", formerPortalUrl: "https://a@b.example" },
      { formerPortalUrl: "not_a_url" },
    ],
    ["formerPortal", { formerPortalName: "E-Fact" }, { startsOn: "missing" }],
    ["words", { vehicle_fr_one: "Engin", vehicle_fr_other: "" }, { vehicle_fr_other: "both_or_none" }],
    ["words", { contract_en_one: "x".repeat(25) }, { contract_en_one: "too_long" }],
    ["words", { contract_fr_one: "{x, plural, <b>" }, { contract_fr_one: "not_a_word" }],
    [
      "notifications",
      { digestHour: "24", attachmentMb: "0" },
      { digestHour: "not_a_number", attachmentMb: "not_a_number" },
    ],
    [
      "sender",
      { senderAddress: "a@b@c.example", replyTo: "" },
      { senderAddress: "not_an_address", replyTo: "missing" },
    ],
  ];

  it.each(REFUSED)("refuses in %s %j, naming every field", async (name, change, faults) => {
    expect(await saveForm(session, name, change)).toEqual({ ok: false, reason: "invalid", faults });
    expect(await events()).toEqual([]);
  });

  it("can be repeated with what it shows, in every form", async () => {
    for (const name of Object.keys(SECTIONS) as SectionName[])
      expect([name, await saveForm(session, name, {})]).toEqual([
        name,
        { ok: true, changed: name === "contact" ? ["contactHoursTexts"] : [] },
      ]);
  });
});

describe("who may change settings", () => {
  it("only a manager of the supplier, also when the application is wrong about it", async () => {
    const adviser = (await makeStaff("adviser", supplier)).viewer;
    const foreign = await provenManager(await makeSupplier());
    const { administrator } = await makeAccount(supplier);
    for (const viewer of [adviser, foreign.viewer, administrator, { kind: "anonymous" } as const])
      await withViewer(viewer, async (tx) => {
        const changed = await tx.execute(
          `update suppliers set name = 'Volé' where id = '${supplier.id}' returning id`,
        );
        expect(changed).toHaveLength(0);
      });
    for (const column of ["slug", "suspended_at", "time_zone", "created_at"])
      await expect(
        withViewer(session.viewer, (tx) =>
          tx.execute(`update suppliers set ${column} = ${column} where id = '${supplier.id}'`),
        ),
      ).rejects.toThrow();
    expect(await rowOf(supplier)).toMatchObject({ name: "Loueur Essai" });
  });
});

describe("the retention", () => {
  const lastDays = () =>
    asOwner(async (sql) =>
      (await sql`select remove_after::text as day from invoices order by issued_on`).map(({ day }) =>
        String(day),
      ),
    );

  it("moves the last day of everything present when it is raised, and of nothing when it is lowered", async () => {
    const account = await makeAccount(supplier);
    const other = await makeSupplier();
    const add = async (owner: TestSupplier, customer: TestAccount, dates: [string, string][]) => {
      const deposit = randomUUID();
      const rows = dates.map(([issued_on, remove_after]) => ({
        ...invoiceRow(owner, customer, deposit),
        ...{ issued_on, remove_after },
      }));
      await insertInvoices(owner, deposit, rows);
    };
    await add(supplier, account, [
      ["2024-02-29", "2026-02-28"],
      // Deposited late: kept three months from its deposit, longer than 36 months from its issue.
      ["2024-03-01", "2027-06-01"],
      ["2026-11-02", "2028-11-02"],
    ]);
    await add(other, await makeAccount(other), [["2026-11-03", "2028-11-03"]]);
    await saveForm(session, "retention", { retentionMonths: "36" });
    expect(await lastDays()).toEqual(["2027-02-28", "2027-06-01", "2029-11-02", "2028-11-03"]);
    await saveForm(session, "retention", { retentionMonths: "24" });
    expect(await lastDays()).toEqual(["2027-02-28", "2027-06-01", "2029-11-02", "2028-11-03"]);
    expect(await rowOf(supplier)).toMatchObject({ retention_months: 24 });
  });
});

describe("the sender", () => {
  it("leaves under the supplier's name from the installation's address until its domain is verified", async () => {
    await saveForm(session, "sender", {
      senderName: "Loueur, factures",
      senderAddress: "factures@loueur.example",
    });
    const sender = () => withViewer({ kind: "job" }, (tx) => mailSupplier(tx, supplier.id));
    expect(await sender()).toMatchObject({ senderName: "Loueur, factures", replyTo: "mails@loueur.example" });
    expect((await sender()).senderAddress).not.toBe("factures@loueur.example");
    await asOwner(
      (sql) => sql`update suppliers set verified_domain = 'loueur.example' where id = ${supplier.id}`,
    );
    expect((await sender()).senderAddress).toBe("factures@loueur.example");
    const other = await provenManager(await makeSupplier());
    expect(await saveForm(other, "sender", { senderAddress: "a@loueur.example" })).toEqual({
      ...{ ok: false, reason: "invalid" },
      faults: { senderAddress: "domain_taken" },
    });
  });
});
