import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { GET as getAccount, PUT as putAccount } from "@/app/api/v1/accounts/[customerNumber]/route";
import { GET as listAccounts } from "@/app/api/v1/accounts/route";
import { POST as withdraw } from "@/app/api/v1/invoices/[id]/withdrawal/route";
import { POST as deposit } from "@/app/api/v1/invoices/route";
import { KEY_SCOPES, type KeyScope } from "@/lib/key-scopes";
import { asOwner, resetToOneAccount, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
beforeEach(async () => {
  ({ supplier } = await resetToOneAccount());
});

const id = randomUUID();
/** Every call of the API for suppliers, with the scope that it needs. */
const CALLS: [KeyScope, string, string, (request: Request) => Promise<Response>][] = [
  ["deposits", "POST", "/api/v1/invoices", (request) => deposit(request, {})],
  [
    "deposits",
    "POST",
    `/api/v1/invoices/${id}/withdrawal`,
    (request) => withdraw(request, { params: Promise.resolve({ id }) }),
  ],
  ["accounts", "GET", "/api/v1/accounts", (request) => listAccounts(request, {})],
  ["accounts", "GET", "/api/v1/accounts/C-1", (request) => getAccount(request, {})],
  ["accounts", "PUT", "/api/v1/accounts/C-1", (request) => putAccount(request, {})],
];

it("a key is answered 403 by every call whose scope it has not, and by no other", async () => {
  for (const granted of KEY_SCOPES) {
    await asOwner((sql) => sql`update supplier_keys set scopes = ${[granted]}`);
    for (const [scope, method, path, call] of CALLS) {
      const headers = { authorization: `Bearer ${supplier.key}` };
      const body = method === "GET" ? null : "{}";
      const response = await call(new Request(`http://localhost:3000${path}`, { method, headers, body }));
      const name = `${granted}: ${method} ${path}`;
      if (scope === granted) expect(response.status, name).not.toBe(403);
      else {
        expect(response.status, name).toBe(403);
        expect(response.headers.get("content-type"), name).toBe("application/problem+json");
        expect(await response.json()).toMatchObject({
          type: "urn:e-facture:problem:scope-missing",
          detail: expect.stringContaining(`"${scope}"`),
        });
      }
    }
  }
});
