import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { exportResponse } from "@/lib/exports/export-response";
import type { Export } from "@/lib/exports/open-export";
import { FairQueue } from "@/lib/limits/fair-queue";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { eventually } from "@/tests/support/eventually";
import { makeAccount, makeSupplier } from "@/tests/support/world";
import { bytesOf, opened, openFiles, storeInvoices } from "./pack-world";

let pack: Export;
let bytes: Buffer;

beforeAll(async () => {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  await storeInvoices(
    supplier,
    account,
    Array.from({ length: 40 }, () => ({})),
  );
  pack = await opened(await sessionOf(account.identifiers.administrator), "format=zip");
  bytes = await bytesOf(pack);
});

const ask = async (headers: Record<string, string> = {}, exported = pack, method = "GET") => {
  const turns = new FairQueue({ atOnce: 1, waiting: 0, waitMs: 0 });
  const request = new Request("http://localhost:3000/invoices/export", { method, headers });
  const turn = await turns.take({ owners: [] });
  if (!turn) throw new Error("The first turn was refused.");
  const { response, isComplete } = exportResponse(request, exported, turn);
  return { response, isComplete, turn, hasEnded: () => turns.load.running === 0 };
};
const received = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("the response of an export", () => {
  it("has a length and a file name, is not cached, and is complete when all of it was read", async () => {
    const { response, isComplete, hasEnded } = await ask();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/zip",
      "content-length": String(bytes.length),
      "content-disposition": expect.stringMatching(
        /^attachment; filename="2026-11_LOUEUR_C-\d+\.zip"; filename\*=/,
      ),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      etag: pack.etag,
    });
    expect([isComplete(), hasEnded()]).toEqual([false, false]);
    expect(await received(response)).toEqual(bytes);
    expect([isComplete(), hasEnded()]).toEqual([true, true]);
  });

  it("answers HEAD with the same headers, without a body, and records no download", async () => {
    const { response, isComplete, hasEnded } = await ask({ range: "bytes=0-9" }, pack, "HEAD");
    expect([response.status, response.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
    expect((await received(response)).length).toBe(0);
    expect([isComplete(), hasEnded()]).toEqual([false, true]);
  });

  it("continues a download from any byte, if it is the same file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(3_000), async (first, length) => {
        const last = Math.min(first + length, bytes.length - 1);
        const { response } = await ask({ range: `bytes=${first}-${last}`, "if-range": pack.etag });
        expect([response.status, response.headers.get("content-range")]).toEqual([
          206,
          `bytes ${first}-${last}/${bytes.length}`,
        ]);
        expect(await received(response)).toEqual(bytes.subarray(first, last + 1));
      }),
      { numRuns: 25 },
    );
    const other = await ask({ range: "bytes=5-", "if-range": '"zip-another"' });
    expect([other.response.status, (await received(other.response)).length]).toEqual([200, bytes.length]);
    const beyond = await ask({ range: `bytes=${bytes.length}-` });
    expect([beyond.response.status, beyond.hasEnded()]).toEqual([416, true]);
  });

  it("is complete when the rest of the file was read, but only if If-Range named the file", async () => {
    const part = async (headers: Record<string, string>) => {
      const { response, isComplete } = await ask(headers);
      await received(response);
      return isComplete();
    };
    expect(await part({ range: "bytes=100-", "if-range": pack.etag })).toBe(true);
    expect(await part({ range: "bytes=100-" })).toBe(false);
    expect(await part({ range: "bytes=0-100", "if-range": pack.etag })).toBe(false);
  });

  it("is generated while it is read, not before", async () => {
    let made = 0;
    const counted: Export = {
      ...pack,
      async *read() {
        for await (const chunk of pack.read()) {
          made += 1;
          yield chunk;
        }
      },
    };
    const reader = (await ask({}, counted)).response.body?.getReader();
    for (let taken = 1; taken <= 30; taken += 1) {
      await reader?.read();
      expect(made).toBeLessThanOrEqual(taken + 1);
      expect(openFiles().length).toBeLessThanOrEqual(1);
    }
    await reader?.cancel();
  });

  it("leaves no file open and records no download when the client disconnects", async () => {
    for (const taken of [0, 1, 7, 12, 13, 14]) {
      const { response, isComplete, hasEnded } = await ask();
      const reader = response.body?.getReader();
      for (let index = 0; index < taken; index += 1) await reader?.read();
      await reader?.cancel();
      await eventually("every file is closed", () => openFiles().length === 0);
      expect([isComplete(), hasEnded()]).toEqual([false, true]);
    }
  });

  it("stops and closes its file when its turn is taken away", async () => {
    const { response, isComplete, hasEnded, turn } = await ask();
    const reader = response.body?.getReader();
    await reader?.read();
    turn.end();
    await expect(
      (async () => {
        for (;;) if ((await reader?.read())?.done) return;
      })(),
    ).rejects.toThrow("The turn was taken away.");
    await eventually("every file is closed", () => openFiles().length === 0);
    expect([isComplete(), hasEnded()]).toEqual([false, true]);
  });
});
