import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { call, deposit, faults, get, put, rows } from "./account-request";

const SIREN = "732829320";
const OTHER_SIREN = "404833048";
const WHOLE = {
  companyName: "Transports Perce-Neige",
  siren: SIREN,
  vatNumber: "FR44732829320",
  email: "Compta@Perce-Neige.example",
  preference: "digest",
  channel: "electronic",
  locale: "en",
  siret: "73282932000074",
  routingCode: "COMPTA",
  electronicAddress: "732829320_COMPTA",
  checkedOn: "2026-11-20",
  adviser: { name: "Elsa Quimper", email: "elsa@loueur.example", phone: "01 23 45 67 89" },
};
let supplier: TestSupplier;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
});

describe("an account of the API", () => {
  it("is created with all given fields and read back the same, without a mail before its first invoice", async () => {
    const created = await put(supplier, "C 1/é", WHOLE);
    expect(created.status).toBe(201);
    expect(created.headers.get("cache-control")).toBe("private, no-store");
    expect(created.body).toEqual({
      ...WHOLE,
      customerNumber: "C 1/é",
      email: "compta@perce-neige.example",
      emailSource: "api",
      emailRecordedAt: expect.stringMatching(/Z$/),
      state: "open",
      activatedAt: null,
      pending: null,
      stopped: null,
      deliveries: [],
      warnings: [],
    });
    expect((await get(supplier, "C 1/é")).body).toEqual(created.body);
    expect(await rows("mails")).toEqual([]);
    expect(await rows("users")).toEqual([]);
  });

  it("gets its activation with the first invoice, and shows its delivery", async () => {
    await put(supplier, "C-1", WHOLE);
    await deposit(supplier, "C-1");
    const { body } = await get(supplier, "C-1");
    expect(body.activatedAt).not.toBeNull();
    expect(body.deliveries).toMatchObject([
      { kind: "activation", recipient: "compta@perce-neige.example", state: "queued", sentAt: null },
    ]);
  });

  it("says since when and why mails to its address are stopped, for this supplier only", async () => {
    await put(supplier, "C-1", WHOLE);
    const other = await makeSupplier();
    await put(other, "C-1", WHOLE);
    await asOwner(
      (sql) => sql`
        insert into mail_addresses (supplier_id, email, state, reason, at)
        values (${supplier.id}, 'compta@perce-neige.example', 'bounced', 'no such mailbox', '2026-11-20T10:00:00Z')`,
    );
    expect((await get(supplier, "C-1")).body.stopped).toEqual({
      state: "bounced",
      reason: "no such mailbox",
      since: "2026-11-20T10:00:00.000Z",
    });
    expect((await get(other, "C-1")).body.stopped).toBeNull();
    await put(supplier, "C-1", { email: "autre@perce-neige.example" });
    expect((await get(supplier, "C-1")).body.stopped).toBeNull();
  });

  it("has the default of the FAQ (no notification), and needs no address and no SIREN", async () => {
    const { status, body } = await put(supplier, "C-1", { companyName: "Sans Adresse" });
    expect([status, body.preference, body.channel, body.locale]).toEqual([201, "none", "electronic", "fr"]);
    expect([body.email, body.emailSource, body.siren]).toEqual([null, null, null]);
  });

  it("stays the same when the same request comes again, and changes only the given fields", async () => {
    await put(supplier, "C-1", WHOLE);
    const before = [await rows("accounts"), await rows("audit_events")];
    const again = await put(supplier, "C-1", WHOLE);
    expect(again.status).toBe(200);
    expect((await put(supplier, "C-1", {})).status).toBe(200);
    expect([await rows("accounts"), await rows("audit_events")]).toEqual(before);
    const changed = await put(supplier, "C-1", { preference: "link", channel: "paper" });
    expect(changed.body).toEqual({ ...again.body, preference: "link", channel: "paper" });
    const [, event] = await rows("audit_events");
    expect(event).toMatchObject({
      action: "account_changed",
      actor_kind: "supplier_key",
      details: { fields: ["preference", "channel"] },
    });
  });

  it("is created once by twenty requests at the same time", async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => put(supplier, "C-1", WHOLE)));
    expect(sent.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    expect(await rows("accounts")).toHaveLength(1);
    expect(await rows("companies")).toHaveLength(1);
    expect(await rows("audit_events")).toHaveLength(1);
  });
});

describe("the company of an account", () => {
  it("is the supplier's company with that SIREN, also for accounts created at the same time", async () => {
    const numbers = Array.from({ length: 10 }, (_, index) => `C-${index}`);
    await Promise.all(numbers.map((number) => put(supplier, number, { companyName: "Un", siren: SIREN })));
    expect(await rows("companies")).toHaveLength(1);
    const third = await put(supplier, "C-99", { siren: "732 829 320" });
    expect([third.status, third.body.companyName]).toEqual([201, "Un"]);
    await put(supplier, "C-99", { companyName: "Deux" });
    expect((await get(supplier, "C-1")).body.companyName).toBe("Un");
  });

  it("is corrected while it has one account, and copied for the account when it is shared", async () => {
    await put(supplier, "C-1", { companyName: "Un" });
    await put(supplier, "C-1", { siren: SIREN });
    expect(await rows("companies")).toHaveLength(1);
    await put(supplier, "C-2", { siren: SIREN });
    const moved = await put(supplier, "C-2", { siren: OTHER_SIREN, companyName: "Deux" });
    expect(moved.body).toMatchObject({ siren: OTHER_SIREN, companyName: "Deux" });
    expect((await get(supplier, "C-1")).body).toMatchObject({ siren: SIREN, companyName: "Un" });
    const back = await put(supplier, "C-2", { siren: SIREN });
    expect(back.body).toMatchObject({ siren: SIREN, companyName: "Un" });
  });

  it("keeps its name while it is shared: an account that is renamed, or added, has a name of its own", async () => {
    await put(supplier, "C-1", { companyName: "Siège", siren: SIREN });
    await put(supplier, "C-2", { companyName: "Agence de Lyon", siren: SIREN });
    const names = async () => [
      (await get(supplier, "C-1")).body.companyName,
      (await get(supplier, "C-2")).body.companyName,
    ];
    expect(await names()).toEqual(["Siège", "Agence de Lyon"]);
    await put(supplier, "C-1", { companyName: "Siège social" });
    await put(supplier, "C-2", { vatNumber: "FR44732829320" });
    expect(await names()).toEqual(["Siège social", "Agence de Lyon"]);
    expect(await rows("companies")).toHaveLength(1);
    await put(supplier, "C-2", { email: "lyon@perce-neige.example" });
    await deposit(supplier, "C-2");
    const [activation] = await asOwner((sql) => sql`select props from mails where kind = 'activation'`);
    expect(activation?.props).toMatchObject({ account: { companyName: "Agence de Lyon" } });
  });
});

describe("a request is refused", () => {
  it("401 without a supplier's key, 405 for another method, 404 for an unknown number", async () => {
    for (const key of [null, "efk_not-a-key-at-all-not-a-key", "nonsense"]) {
      expect((await call("GET", key, "C-1")).status).toBe(401);
      expect((await call("PUT", key, "C-1", WHOLE)).status).toBe(401);
    }
    const method = await call("PATCH", supplier.key, "C-1", {});
    expect([method.status, method.headers.get("allow")]).toEqual([405, "GET, HEAD, PUT"]);
    const unknown = await get(supplier, "C-1");
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await rows("accounts")).toEqual([]);
  });

  it("404 for another supplier's number, because each supplier has its own numbers", async () => {
    await put(supplier, "C-1", WHOLE);
    const other = await makeSupplier();
    expect((await get(other, "C-1")).status).toBe(404);
    const own = await put(other, "C-1", { companyName: "Chez l’autre", siren: SIREN });
    expect([own.status, own.body.email]).toEqual([201, null]);
    expect((await get(supplier, "C-1")).body).toMatchObject({ companyName: WHOLE.companyName });
    expect(await rows("companies")).toHaveLength(2);
  });

  it.each<[string, unknown, (string | undefined)[]]>([
    ["a body that is not JSON", "{", [undefined]],
    ["a body that is not an object", "[]", [undefined]],
    ["misspelt and unknown fields", { companyName: "A", emial: "x", supplierId: "x" }, [undefined]],
    ["a SIREN that fails its check", { siren: "732829321" }, ["siren"]],
    ["an invalid address", { email: "a@b" }, ["email"]],
    ["an address with a line break", { email: "a@b.example\nBcc: c@d.example" }, ["email"]],
    ["two addresses in one", { email: "a@b.example,c@d.example" }, ["email"]],
    ["an address with two dots in a row", { email: "a..b@c.example" }, ["email"]],
    ["an empty company name", { companyName: "  " }, ["companyName"]],
    ["control characters", { companyName: "A\u0000B" }, ["companyName"]],
    ["a link in the company name", { companyName: "Gagnez : https://malin.example" }, ["companyName"]],
    ["a direction mark in the company name", { companyName: "A\u202eB" }, ["companyName"]],
    [
      "several faults",
      {
        companyName: null,
        siren: 732829320,
        vatNumber: "44",
        email: "x",
        preference: "all",
        channel: "fax",
        locale: "de",
        effective: "later",
      },
      ["companyName", "siren", "vatNumber", "email", "preference", "channel", "locale", "effective"],
    ],
  ])("422 for %s, with every fault, and nothing is stored", async (_, body, fields) => {
    const refused = await put(supplier, "C-1", body);
    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe("urn:e-facture:problem:account-refused");
    expect(faults(refused)).toEqual(fields);
    expect(await rows("accounts")).toEqual([]);
  });

  it("422 for a new account without a name, an invalid number and a closed account; 413 for a large body", async () => {
    expect(faults(await put(supplier, "C-1", { siren: SIREN }))).toEqual(["companyName"]);
    expect(faults(await put(supplier, " ", { siren: "1" }))).toEqual(["customerNumber", "siren"]);
    expect((await put(supplier, "C-1", "x".repeat(70_000))).status).toBe(413);
    expect(await rows("companies")).toEqual([]);
    await put(supplier, "C-1", WHOLE);

    await asOwner((sql) => sql`update accounts set state = 'closed'`);
    const closed = await put(supplier, "C-1", { preference: "none" });
    expect([closed.status, closed.body.problems]).toMatchObject([422, [{ type: "account_closed" }]]);
  });
});
