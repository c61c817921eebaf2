import { describe, expect, it } from "vitest";
import type { Original } from "@/lib/invoices/original/open-original";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { sha256Hex } from "@/lib/sha256";

const BYTES = Buffer.from("%PDF-1.7 the original, to the last byte\n");
const ETAG = `"sha256-${sha256Hex(BYTES)}"`;

function serve(
  headers: Record<string, string> = {},
  method = "GET",
  how: "inline" | "attachment" = "inline",
) {
  let reads = 0;
  const original: Original = {
    sha256: sha256Hex(BYTES),
    size: BYTES.length,
    mediaType: "application/pdf",
    fileName: "Facture 1.pdf",
    read: async (range) => {
      reads += 1;
      const part = range ? BYTES.subarray(range.first, range.last + 1) : BYTES;
      return new Blob([new Uint8Array(part)]).stream();
    },
  };
  const request = new Request("http://localhost/invoices/1/original", { method, headers });
  return originalResponse(request, original, how, { owners: [] }).then(async (response) => ({
    status: response.status,
    header: (name: string) => response.headers.get(name),
    body: Buffer.from(await response.arrayBuffer()),
    reads,
  }));
}

describe("an original over HTTP", () => {
  it("has the exact bytes, with type, length, name and SHA-256", async () => {
    const served = await serve();
    expect(served.status).toBe(200);
    expect(served.body.equals(BYTES)).toBe(true);
    expect(served.header("content-type")).toBe("application/pdf");
    expect(served.header("content-length")).toBe(String(BYTES.length));
    expect(served.header("etag")).toBe(ETAG);
    expect(served.header("accept-ranges")).toBe("bytes");
    expect(served.header("content-disposition")).toMatch(/^inline; filename="Facture 1.pdf"/);
    expect((await serve({}, "GET", "attachment")).header("content-disposition")).toMatch(/^attachment; /);
  });

  it("has no-store, nosniff and a sandbox policy in every answer", async () => {
    const answers = [
      await serve(),
      await serve({ range: "bytes=0-3" }),
      await serve({ range: "bytes=900-" }),
      await serve({ "if-none-match": ETAG }),
      await serve({}, "HEAD"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 206, 416, 304, 200]);
    for (const { header } of answers) {
      expect(header("cache-control")).toBe("private, no-store");
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
      expect(header("content-security-policy")).not.toContain("allow-");
      expect(header("cross-origin-resource-policy")).toBe("same-origin");
    }
  });

  it("can be read in ranges that fit together again", async () => {
    const parts: Buffer[] = [];
    for (let at = 0; at < BYTES.length; at += 7) {
      const part = await serve({ range: `bytes=${at}-${at + 6}`, "if-range": ETAG });
      expect(part.status).toBe(206);
      const last = Math.min(at + 6, BYTES.length - 1);
      expect(part.header("content-range")).toBe(`bytes ${at}-${last}/${BYTES.length}`);
      expect(part.header("content-length")).toBe(String(part.body.length));
      parts.push(part.body);
    }
    expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
  });

  it("comes complete when the range is for another file or is malformed", async () => {
    for (const headers of [
      { range: "bytes=0-3", "if-range": '"sha256-other"' },
      { range: "bytes=3-0" },
      { range: "bytes=0-1,2-3" },
      { range: "pages=1-2" },
    ] as Record<string, string>[]) {
      const served = await serve(headers);
      expect([served.status, served.body.length]).toEqual([200, BYTES.length]);
      expect(served.header("content-range")).toBeNull();
    }
  });

  it("answers 416 with the length for a range past the end, and 304 without a body", async () => {
    const past = await serve({ range: `bytes=${BYTES.length}-` });
    expect([past.status, past.header("content-range"), past.body.length]).toEqual([
      416,
      `bytes */${BYTES.length}`,
      0,
    ]);
    for (const tags of [ETAG, `W/${ETAG}`, `"x", ${ETAG}`, "*"]) {
      const known = await serve({ "if-none-match": tags, range: "bytes=0-1" });
      expect([known.status, known.body.length, known.reads, known.header("etag")], tags).toEqual([
        304,
        0,
        0,
        ETAG,
      ]);
    }
    expect((await serve({ "if-none-match": '"other"' })).status).toBe(200);
  });

  it("answers HEAD like GET without reading the file, and ignores ranges (RFC 9110, 14.2)", async () => {
    const [get, head] = [await serve(), await serve({ range: "bytes=0-3" }, "HEAD")];
    expect([head.status, head.body.length, head.reads]).toEqual([200, 0, 0]);
    for (const name of ["content-length", "content-type", "content-disposition", "etag", "content-range"])
      expect(head.header(name), name).toBe(get.header(name));
  });
});
