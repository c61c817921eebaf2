import { randomUUID } from "node:crypto";
import { PUT as putAccount } from "@/app/api/v1/accounts/[customerNumber]/route";
import { POST as postInvoice } from "@/app/api/v1/invoices/route";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { madeInvoice } from "@/tests/support/made-invoice";
import { asOwner } from "@/tests/support/world";

const CUSTOMER = "C-1";

/** Gives a supplier a key; returns the secret. */
export async function giveKey(supplierId: string): Promise<string> {
  const key = newSecret("efk");
  await asOwner(
    (sql) => sql`
      insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
      values (${randomUUID()}, ${supplierId}, 'test', '{deposits,accounts}', ${key.slice(0, 8)},
        ${Buffer.from(sha256Hex(key), "hex")}, now())`,
  );
  return key;
}

/** Puts an account with this key; returns the status of the answer. */
export async function putCustomer(key: string, email = "compta@client.example"): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const body = JSON.stringify({ companyName: "Client Essai SARL", email, preference: "link" });
  const url = `http://localhost:3000/api/v1/accounts/${CUSTOMER}`;
  return (await putAccount(new Request(url, { method: "PUT", headers, body }), {})).status;
}

/** Deposits an invoice of that account with this key; returns the status of the answer. */
export async function depositOne(key: string, number = "FT-2026-000001"): Promise<number> {
  const { bytes, fileName } = madeInvoice({ number });
  const form = new FormData();
  form.set("metadata", JSON.stringify({ customerNumber: CUSTOMER, confirmBuyer: true }));
  form.set("file", new Blob([new Uint8Array(bytes)]), fileName);
  const request = new Request("http://localhost:3000/api/v1/invoices", {
    ...{ method: "POST", headers: { authorization: `Bearer ${key}` }, body: form },
  });
  return (await postInvoice(request, {})).status;
}
