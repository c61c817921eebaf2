import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { closePools } from "@/db/client";
import { forgetEnv } from "@/lib/env";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { frozenFile } from "@/tests/support/invoice-file";
import { madeInvoice } from "@/tests/support/made-invoice";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { CONTRACT_FIELDS, depositRequest, faults, multipartBody, send, sendFile } from "./deposit-request";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
});

const file = (change = {}) => madeInvoice({ customerNumber: account.customerNumber, ...change });
const count = (table: string) =>
  asOwner(async (sql) => Number((await sql`select count(*) from ${sql(table)}`)[0]?.count));

describe("a deposit over HTTP is answered", () => {
  it("201 and then 200, with exactly the contract's fields and amounts as decimal strings", async () => {
    const created = await sendFile(supplier.key, file());
    expect(created.status).toBe(201);
    expect(Object.keys(created.body)).toEqual(CONTRACT_FIELDS);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      number: "FT-2026-000001",
      type: "invoice",
      typeCode: "380",
      issuedOn: "2026-11-02",
      dueOn: "2026-12-02",
      currency: "EUR",
      totalWithVat: "1200.00",
      totalWithoutVat: "1000.00",
      sellerName: "Loueur Essai SA",
      buyerName: "Client Essai SARL",
      contracts: ["CC-1"],
      vehicles: ["GA-123-BC"],
      format: "cii",
      profile: expect.anything(),
      sha256: sha256Hex(file().bytes),
      size: file().bytes.length,
      legalRole: "original",
      warnings: [],
    });
    const again = await sendFile(supplier.key, file());
    expect([again.status, again.body]).toEqual([200, created.body]);
    expect(again.headers.get("cache-control")).toBe("private, no-store");
  });

  it("with the sign of the original for the amounts of a credit note", async () => {
    const metadata = {
      customerNumber: account.customerNumber,
      number: "AV-1",
      issuedOn: "2026-11-03",
      currency: "EUR",
      totalWithVat: "-12345678901234.56",
      totalWithoutVat: "-0.10",
    };
    const bytes = frozenFile("plain.pdf");
    const sent = await sendFile(supplier.key, { bytes, fileName: "av.pdf" }, metadata);
    expect([sent.status, sent.body.type, sent.body.totalWithVat, sent.body.totalWithoutVat]).toEqual([
      201,
      "credit_note",
      "-12345678901234.56",
      "-0.10",
    ]);
  });

  it("200 and nothing stored for a dry run, also when the invoice is stored already", async () => {
    await sendFile(supplier.key, file());
    const before = await Promise.all(["invoices", "deposits", "audit_events"].map(count));
    const conflicting = file({ dueOn: "2026-12-31" });
    const sent = await sendFile(supplier.key, conflicting, { customerNumber: "nobody" }, "?dryRun");
    expect([sent.status, sent.body.id, sent.body.number]).toEqual([200, null, "FT-2026-000001"]);
    expect(Object.keys(sent.body)).toEqual(CONTRACT_FIELDS);
    expect(await Promise.all(["invoices", "deposits", "audit_events"].map(count))).toEqual(before);
    const refused = await sendFile(supplier.key, { bytes: "<no/>", fileName: "a.xml" }, {}, "?dryRun");
    expect(refused.status).toBe(422);
  });

  it("409 with a type for each kind of conflict", async () => {
    await sendFile(supplier.key, file());
    const taken = await sendFile(supplier.key, file({ dueOn: "2026-12-31" }));
    expect([taken.status, taken.body.type]).toEqual([409, "urn:e-facture:problem:number-taken"]);
    const other = await makeAccount(supplier);
    const elsewhere = await sendFile(supplier.key, file(), { customerNumber: other.customerNumber });
    expect([elsewhere.status, elsewhere.body.type]).toEqual([409, "urn:e-facture:problem:file-elsewhere"]);
    for (const sent of [taken, elsewhere]) {
      expect(sent.headers.get("content-type")).toBe("application/problem+json");
      expect(sent.body).toMatchObject({ status: 409, title: expect.any(String), detail: expect.any(String) });
    }
  });

  it("422 with every problem together", async () => {
    const contradicting = { number: "X", currency: "USD", totalWithVat: "1" };
    const sent = await sendFile(supplier.key, file(), contradicting);
    expect(sent.status).toBe(422);
    expect(faults(sent)).toEqual(Array(3).fill("metadata_contradicts_file"));
    expect(sent.body.detail).toContain("USD");
    const unknown = await sendFile(supplier.key, file(), { customerNumber: "nobody" });
    expect(faults(unknown)).toEqual(["customer_unknown"]);
    const unreadable = await sendFile(supplier.key, { bytes: "hello", fileName: "a.pdf" });
    expect(faults(unreadable)).toEqual(["file_unreadable"]);
    expect(await count("invoices")).toBe(0);
  });

  it("422 for metadata that does not follow the contract, with the name of each faulty field", async () => {
    const cases: [object | string, string[]][] = [
      ["{", ["metadata is not JSON."]],
      ["[]", ["metadata:"]],
      ['"text"', ["metadata:"]],
      ["null", ["metadata:"]],
      [{ customerNumer: "C-1" }, ["customerNumer"]],
      [{ totalWithVat: 12.5 }, ["totalWithVat: must be a decimal in quotes"]],
      [
        { totalWithVat: "1e3", issuedOn: "2026-02-30", currency: "eur" },
        ["totalWithVat", "issuedOn", "currency"],
      ],
      [{ accountId: randomUUID(), supplierId: randomUUID(), role: "operator" }, ["accountId"]],
      [{ customerNumber: "", contracts: "x", type: "refund" }, ["customerNumber", "contracts", "type"]],
      ['{"__proto__": {"customerNumber": "x"}}', ["__proto__"]],
    ];
    for (const [metadata, expected] of cases) {
      const sent = await sendFile(supplier.key, file(), metadata);
      expect(sent.status, JSON.stringify(metadata)).toBe(422);
      expect(new Set(faults(sent))).toEqual(new Set(["metadata_invalid"]));
      for (const words of expected) expect(sent.body.detail).toContain(words);
    }
    expect(await count("invoices")).toBe(0);
  });
});

describe("a deposit without a valid key is answered 401", () => {
  it("for every kind of invalid key, before the body is read", async () => {
    const token = newSecret("eft");
    const tokenOfOurs = newSecret("efk");
    await asOwner(async (sql) => {
      const rows = [token, tokenOfOurs].map((secret) => ({
        id: randomUUID(),
        supplier_id: supplier.id,
        account_id: account.id,
        user_id: account.administrator.userId,
        name: "token",
        prefix: "eft_1234",
        token_hash: Buffer.from(sha256Hex(secret), "hex"),
        created_at: new Date(),
      }));
      await sql`insert into customer_tokens ${sql(rows)}`;
    });
    const revoked = await makeSupplier();
    await asOwner(
      (sql) => sql`update supplier_keys set revoked_at = now() where supplier_id = ${revoked.id}`,
    );
    const wrong = [null, "", "undefined", "null", newSecret("efk"), token, tokenOfOurs, revoked.key];
    const altered = [
      `${supplier.key}x`,
      supplier.key.slice(0, -1),
      supplier.key.toUpperCase(),
      ` ${supplier.key} x`,
    ];
    for (const key of [...wrong, ...altered]) {
      const sent = await send(depositRequest(key, Buffer.from("not even multipart")));
      expect(sent.status, String(key)).toBe(401);
      expect(sent.headers.get("www-authenticate")).toMatch(/^Bearer /);
      expect(sent.body.type).toBe("urn:e-facture:problem:unauthorized");
    }
  });

  it("for other schemes and for cookies", async () => {
    const body = multipartBody([{ name: "file", ...file() }]);
    const others: Record<string, string>[] = [
      { authorization: `Basic ${Buffer.from(`x:${supplier.key}`).toString("base64")}` },
      { authorization: supplier.key },
      { cookie: `__Host-e-facture=${supplier.key}` },
      { "x-api-key": supplier.key },
    ];
    for (const headers of others) expect((await send(depositRequest(null, body, headers))).status).toBe(401);
  });

  it("but the name of the scheme may be in upper or lower case, and the use of a key is recorded", async () => {
    const body = multipartBody([{ name: "file", ...file() }]);
    const sent = await send(depositRequest(null, body, { authorization: `bearer ${supplier.key}` }));
    expect(sent.status).toBe(201);
    const [row] = await asOwner((sql) => sql`select last_used_at from supplier_keys`);
    expect(row?.last_used_at).toBeInstanceOf(Date);
  });
});

describe("a deposit while the database cannot be reached", () => {
  it("is answered 503 with Retry-After, and works again when it can", async () => {
    const url = process.env.DATABASE_URL ?? "";
    const port = await closedPort();
    await connectTo(url.replace(/:\d+\//, `:${port}/`));
    const down = await Promise.all([sendFile(supplier.key, file()), sendFile(supplier.key, file())]);
    for (const sent of down) {
      expect([sent.status, sent.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(JSON.stringify(sent.body)).not.toMatch(/postgres|ECONN|127\.0|localhost/);
    }
    await connectTo(url);
    expect((await sendFile(supplier.key, file())).status).toBe(201);
  });

  async function connectTo(url: string): Promise<void> {
    await closePools();
    process.env.DATABASE_URL = url;
    forgetEnv();
  }

  function closedPort(): Promise<number> {
    return new Promise((resolve) => {
      const server = createServer().listen(0, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" && address ? address.port : 1));
      });
    });
  }
});
