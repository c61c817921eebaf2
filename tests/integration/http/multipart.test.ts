import { beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { invoiceFile } from "@/tests/support/invoice-file";
import { asOwner, resetToOneAccount, type TestAccount, type TestSupplier } from "@/tests/support/world";
import {
  depositRequest,
  faults,
  MULTIPART,
  multipartBody,
  type Part,
  send,
  sendFile,
} from "./deposit-request";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
});

const MB = 1024 * 1024;
const file = (change = {}) => invoiceFile({ customerNumber: account.customerNumber, ...change });
const filePart = (): Part => ({ name: "file", ...file() });
const sendBody = (body: Buffer | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  send(depositRequest(supplier.key, body, headers));
const stored = () => asOwner((sql) => sql`select file_name, size, sha256 from invoices`);

/** The invoice with spaces after its end: still one XML document, of any size. */
function padded(size: number): Buffer {
  const { bytes } = file();
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, " ")]);
}

/** A body that arrives in pieces, like from a network. */
function inPieces(body: Buffer, size = 64 * 1024): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(new Uint8Array(body.subarray(at, (at += size))));
    },
  });
}

describe("a file", () => {
  it("of 19 MB is stored unchanged", async () => {
    const bytes = padded(19 * MB);
    const body = multipartBody([{ name: "file", bytes, fileName: "a.xml" }]);
    const sent = await sendBody(inPieces(body), { "content-length": String(body.length) });
    expect([sent.status, sent.body.size, sent.body.sha256]).toEqual([201, 19 * MB, sha256Hex(bytes)]);
    const kept = await storage().read(originalKey(supplier.id, "2026-11-02", sha256Hex(bytes)));
    expect(Buffer.from(await new Response(kept).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("may have 20 MB and not one byte more, with or without an announced length", async () => {
    const exact = await sendFile(
      supplier.key,
      { bytes: padded(20 * MB), fileName: "a.xml" },
      undefined,
      "?dryRun",
    );
    expect([exact.status, exact.body.size]).toEqual([200, 20 * MB]);
    const body = multipartBody([{ name: "file", bytes: padded(20 * MB + 1), fileName: "a.xml" }]);
    const announced: Record<string, string> = { "content-length": String(body.length) };
    for (const headers of [{}, announced]) {
      const sent = await sendBody(inPieces(body), headers);
      expect([sent.status, sent.body.type]).toEqual([413, "urn:e-facture:problem:file-too-large"]);
    }
    expect(await stored()).toEqual([]);
  });

  it("with a huge announced length is refused before it is read", async () => {
    let isRead = false;
    const endless = new ReadableStream<Uint8Array>(
      { pull: (controller) => ((isRead = true), controller.enqueue(new Uint8Array(1024))) },
      { highWaterMark: 0 },
    );
    expect((await sendBody(endless, { "content-length": String(500 * MB) })).status).toBe(413);
    expect(isRead).toBe(false);
  });

  it("without an end is read only up to the limit", async () => {
    const head = multipartBody([filePart()], "").subarray(0, -2);
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(given === 0 ? new Uint8Array(head) : new Uint8Array(MB).fill(32));
        given += 1;
      },
    });
    expect((await sendBody(endless)).status).toBe(413);
    expect(given).toBeLessThan(30);
  });

  it.each([
    ["/etc/passwd", "passwd"],
    ["../../../x.xml", "x.xml"],
    ["C:\\\\Users\\\\x.xml", "x.xml"],
    ["", "facture"],
    ["a\0b.xml", /^a.?b\.xml$/],
    ["été 2026 🚗.xml", "été 2026 🚗.xml"],
    ["<img src=x onerror=alert(1)>.xml", /xml$/],
    ["x\u202elmx.exe", /./],
    ["'; drop table invoices; --", /drop/],
  ])("named %j is stored under a name without a path", async (sent, kept) => {
    const answer = await sendFile(supplier.key, { bytes: file().bytes, fileName: sent });
    expect(answer.status).toBe(201);
    const [row] = await stored();
    if (typeof kept === "string") expect(row?.file_name).toBe(kept);
    else expect(row?.file_name).toMatch(kept);
    expect(row?.file_name.length).toBeLessThanOrEqual(255);
  });
});

describe("a body", () => {
  it("with a file name of any length stores a name of limited length", async () => {
    await sendFile(supplier.key, { bytes: file().bytes, fileName: `${"n".repeat(5_000)}.xml` });
    const [row] = await stored();
    expect(row?.file_name).toBe("n".repeat(255));
  });

  it("that is not multipart is answered 415", async () => {
    const { bytes } = file();
    for (const type of [
      "application/xml",
      "application/x-www-form-urlencoded",
      "multipart/mixed; boundary=x",
      "",
    ]) {
      const sent = await sendBody(Buffer.from(bytes), { "content-type": type });
      expect([sent.status, sent.body.type], type).toEqual([415, "urn:e-facture:problem:not-multipart"]);
    }
    expect((await sendBody(Buffer.from(bytes), { "content-type": "multipart/form-data" })).status).toBe(415);
    const empty = await sendBody(Buffer.from(bytes), { "content-type": "multipart/form-data; boundary=" });
    expect([400, 415]).toContain(empty.status);
  });

  it("without a file, or with two, is answered 422 with the reason", async () => {
    for (const parts of [
      [],
      [{ name: "metadata", value: "{}" }],
      [{ name: "file", value: "text" }],
      [{ name: "document", ...file() }],
    ] as Part[][]) {
      const sent = await sendBody(multipartBody(parts));
      expect([sent.status, faults(sent)], JSON.stringify(parts)).toEqual([422, ["field_missing"]]);
    }
    const two = await sendBody(multipartBody([filePart(), filePart()]));
    expect([two.status, two.body.detail]).toEqual([422, "Send one file per request."]);
    expect(await stored()).toEqual([]);
  });

  it("that ends too early is answered 400 and stores nothing, for a cut at any place", async () => {
    const body = multipartBody([{ name: "metadata", value: "{}" }, filePart()]);
    const { length } = body;
    for (const cut of [1, 60, 150, 300, Math.floor(length / 2), length - 200, length - 34, length - 10]) {
      const part = body.subarray(0, cut);
      const announced = await sendBody(Buffer.from(part), { "content-length": String(length) });
      expect([announced.status, announced.body.type], `cut at ${cut}`).toEqual([
        400,
        "urn:e-facture:problem:body-incomplete",
      ]);
      const chunked = await sendBody(inPieces(part));
      expect([400, 422], `chunked, cut at ${cut}`).toContain(chunked.status);
    }
    expect(await stored()).toEqual([]);
  });

  it("shorter than announced is answered 400, even when its parts are complete", async () => {
    const body = multipartBody([filePart()]);
    const sent = await sendBody(body, { "content-length": String(body.length + 10) });
    expect([sent.status, await stored()]).toEqual([400, []]);
  });

  it("longer than announced is answered 400", async () => {
    const body = multipartBody([{ name: "file", bytes: padded(MB), fileName: "a.xml" }]);
    const sent = await sendBody(inPieces(body), { "content-length": String(MB / 2) });
    expect([sent.status, await stored()]).toEqual([400, []]);
  });

  it("whose connection breaks is answered 400 and stores nothing", async () => {
    const body = multipartBody([filePart()]);
    let sent = 0;
    const breaking = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent > 1_000) return controller.error(new Error("reset"));
        controller.enqueue(new Uint8Array(body.subarray(sent, (sent += 500))));
      },
    });
    expect((await sendBody(breaking, { "content-length": String(body.length) })).status).toBe(400);
    expect(await stored()).toEqual([]);
  });

  it("may arrive byte by byte, with its parts in any order and with other parts", async () => {
    const metadata = JSON.stringify({ customerNumber: account.customerNumber });
    const parts: Part[] = [
      { name: "comment", value: "x" },
      { name: "metadata", value: metadata },
      filePart(),
    ];
    expect((await sendBody(inPieces(multipartBody(parts), 7))).status).toBe(201);
    expect((await sendBody(multipartBody([...parts].reverse()))).status).toBe(200);
  });

  it("made with FormData is read, with metadata as a text or a blob", async () => {
    const metadata = JSON.stringify({ customerNumber: "nobody" });
    for (const part of [metadata, new Blob([metadata], { type: "application/json" })]) {
      const form = new FormData();
      form.append("file", new Blob([new Uint8Array(file().bytes)]), "a.xml");
      if (typeof part === "string") form.append("metadata", part);
      else form.append("metadata", part);
      const encoded = new Response(form);
      const type = encoded.headers.get("content-type") ?? "";
      const sent = await sendBody(Buffer.from(await encoded.arrayBuffer()), { "content-type": type });
      expect([sent.status, faults(sent)], typeof part).toEqual([422, ["customer_unknown"]]);
    }
  });

  it("with more than 256 KB of metadata is answered 413, as text and as a blob", async () => {
    const huge = " ".repeat(256 * 1024 + 1);
    for (const part of [
      { name: "metadata", value: huge },
      { name: "metadata", bytes: huge, fileName: "m.json", type: "application/json" },
    ]) {
      const sent = await sendBody(multipartBody([part, filePart()]), { "content-type": MULTIPART });
      expect([sent.status, sent.body.type]).toEqual([413, "urn:e-facture:problem:metadata-too-large"]);
    }
  });
});
