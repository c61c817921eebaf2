import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/d/[token]/[invoice]/route";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { forgetTransport } from "@/lib/mails/transports/open-transport";
import { makeDigests } from "@/lib/notifications/make-digests";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { sendWithdrawal } from "@/tests/integration/deposits/withdrawal-request";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";

const NOW = Date.parse("2026-11-23T08:00:00Z");
const EMAIL = "compta@essai.example";
let supplier: TestSupplier;
let id: string;
let secret: string;

/** A digest of one invoice, sent. */
beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  await forgetTransport();
  supplier = await makeSupplier();
  const account = await makeAccount(supplier, { preference: "digest" });
  await asOwner(
    (sql) => sql`update accounts set email = ${EMAIL}, activation_queued_at = now() where id = ${account.id}`,
  );
  const file = await sendFile(supplier.key, invoiceFile(), { customerNumber: account.customerNumber });
  id = String(file.body.id);
  await makeDigests(new Date(NOW), true);
  await dispatchMails(new Date(NOW + 60_000));
  const [link] = await asOwner((sql) => sql`select id from link_capabilities`);
  secret = deriveToken("link", String(link?.id));
});

async function download(
  method: "GET" | "HEAD" = "GET",
  token = secret,
  headers: Record<string, string> = {},
): Promise<number> {
  const request = new Request(`http://localhost:3000/d/${token}/${id}`, { method, headers });
  const response = await GET(request, { params: Promise.resolve({ token, invoice: id }) });
  await response.arrayBuffer();
  return response.status;
}

const uses = () =>
  asOwner((sql) => sql`select first_used_at, last_used_at, use_count from link_capabilities`);

describe("the use of a direct link", () => {
  it("is recorded with its first and last time; many requests of a scanner count once, HEAD and other sites do not count", async () => {
    expect(await download("HEAD")).toBe(200);
    expect(await download("GET", secret, { "sec-fetch-site": "cross-site" })).toBe(200);
    expect(await uses()).toEqual([{ first_used_at: null, last_used_at: null, use_count: 0 }]);
    expect(await Promise.all(Array.from({ length: 20 }, () => download()))).toEqual(
      Array<number>(20).fill(200),
    );
    clockAt(NOW + 59_000);
    await download();
    const first = new Date(NOW);
    expect(await uses()).toEqual([{ first_used_at: first, last_used_at: first, use_count: 1 }]);
    clockAt(NOW + 60_000);
    await download();
    expect(await uses()).toEqual([
      { first_used_at: first, last_used_at: new Date(NOW + 60_000), use_count: 2 },
    ]);
  });

  it("is reported to the supplier who withdraws the invoice, and no longer counted after the link ended", async () => {
    await download();
    clockAt(NOW + 120_000);
    await download();
    const withdraw = () => sendWithdrawal(supplier.key, id, { reason: "Mauvais client" });
    const expected = [
      {
        kind: "digest",
        recipient: EMAIL,
        firstUsedAt: new Date(NOW).toISOString(),
        lastUsedAt: new Date(NOW + 120_000).toISOString(),
        useCount: 2,
      },
    ];
    expect((await withdraw()).body.openedThroughLinks).toEqual(expected);
    clockAt(NOW + 300_000);
    expect(await download()).toBe(410);
    expect(await download("GET", "x".repeat(43))).toBe(404);
    expect((await withdraw()).body.openedThroughLinks).toEqual(expected);
  });
});
