import { GET, PATCH, PUT } from "@/app/api/v1/accounts/[customerNumber]/route";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { invoiceFile } from "@/tests/support/invoice-file";
import { asOwner, type TestSupplier } from "@/tests/support/world";

export interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Calls the route handler itself, as a client with this key. */
export async function call(
  method: "GET" | "PUT" | "PATCH",
  key: string | null,
  number: string,
  body?: unknown,
): Promise<Answered> {
  const handler = { GET, PUT, PATCH }[method];
  const request = new Request(`http://localhost:3000/api/v1/accounts/${encodeURIComponent(number)}`, {
    method,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, {});
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

export const put = (supplier: TestSupplier, number: string, body: unknown) =>
  call("PUT", supplier.key, number, body);
export const get = (supplier: TestSupplier, number: string) => call("GET", supplier.key, number);

/** The fields that a problem response names. */
export const faults = (answered: Answered): unknown[] =>
  ((answered.body.problems as { field?: string }[] | undefined) ?? []).map(({ field }) => field);

let count = 0;
export async function deposit(supplier: TestSupplier, customerNumber: string): Promise<void> {
  const file = invoiceFile({ customerNumber, number: `A-${(count += 1)}` });
  const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
}

export const rows = (table: string) => asOwner((sql) => sql`select * from ${sql(table)} order by id`);
