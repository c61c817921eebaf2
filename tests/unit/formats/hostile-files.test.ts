import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import { parseDocument } from "@/lib/formats/parse-document";
import { parseOffThread } from "@/lib/formats/parse-off-thread";
import { ParserBusyError } from "@/lib/formats/parser-busy-error";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { startWorker } from "@/lib/formats/start-worker";
import { bytesOf, makeBomb, makeCii, makeObjectStream, makePdf, makeRawPdf, makeUbl } from "./made-files";

const EMBEDDED =
  "/Names<</EmbeddedFiles<</Names[(factur-x.xml)<</Type/Filespec/UF(factur-x.xml)/EF<</F 4 0 R>>>>]>>>>";
const PNG = new Uint8Array(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
/** Larger than every limit when inflated; 130 kB when compressed. */
const HUGE = 2 ** 27;
const hybrid = async () => (await makePdf([{ name: "factur-x.xml", content: makeCii() }])).save();
/** An object stream whose entries all point at the same 200 kB. */
function overlappingObjects(count: number): Uint8Array {
  const entries = Array.from({ length: count }, (_, at) => `${at + 10} 0`).join(" ");
  return makeObjectStream(`${entries} [${"1 ".repeat(100_000)}]`, count, entries.length + 1);
}

const never = () => {
  throw new Error("The file was accepted or refused.");
};
const reasonOf = (reading: InvoiceReading) => (reading.ok ? "read" : reading.reason);

const XXE = `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>`;
const LAUGHS = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`;

describe("a hostile file", () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["an image called a PDF", () => PNG, "unknown_format"],
    ["blank text", () => bytesOf("   \n"), "unknown_format"],
    ["another XML", () => bytesOf("<html/>"), "unknown_root"],
    ["the right root in no namespace", () => bytesOf("<CrossIndustryInvoice/>"), "unknown_root"],
    [
      "the right namespace on another root",
      () => bytesOf(makeUbl({ "<Invoice ": "<Order ", "</Invoice>": "</Order>" })),
      "unknown_root",
    ],
    [
      "a root named like a property of every JavaScript object",
      () => bytesOf("<constructor xmlns='__proto__'/>"),
      "unknown_root",
    ],
    ["an external entity", () => bytesOf(XXE), "doctype"],
    ["an external entity in UTF-16", () => bytesOf(`\ufeff${XXE}`, "utf16le"), "doctype"],
    ["nested entities", () => bytesOf(LAUGHS), "doctype"],
    ["an undefined entity", () => bytesOf(makeCii({ "LOY-2026-0042": "&number;" })), "malformed_xml"],
    ["100,000 levels", () => bytesOf("<a>".repeat(100_000) + "</a>".repeat(100_000)), "too_deep"],
    ["600,000 elements", () => bytesOf(`<a>${"<a/>".repeat(600_000)}</a>`), "too_many_nodes"],
    [
      "600,000 attributes",
      () => bytesOf(`<a ${Array.from({ length: 600_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`),
      "too_many_nodes",
    ],
    ["a truncated XML", () => bytesOf(makeCii()).subarray(0, 3000), "malformed_xml"],
    ["NUL bytes in an XML", () => bytesOf(makeCii({ "LOY-2026-0042": "LOY\0" })), "malformed_xml"],
    ["bytes that are not its encoding", () => bytesOf(makeCii(), "latin1"), "malformed_xml"],
    ["an unknown encoding", () => bytesOf(makeCii({ "UTF-8": "EBCDIC-FR" })), "unsupported_encoding"],
    ["only a PDF header", () => bytesOf("%PDF-1.7\n%%EOF"), "malformed_pdf"],
    ["a truncated PDF", async () => (await hybrid()).subarray(0, -700), "malformed_pdf"],
    [
      "a PDF without pages",
      () => bytesOf("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
      "malformed_pdf",
    ],
    [
      "an embedded stream that inflates a thousandfold",
      () => makeRawPdf(EMBEDDED, [makeBomb("/Type/EmbeddedFile", HUGE)]),
      "inflates_too_far",
    ],
    [
      "an object stream that inflates a thousandfold",
      () => makeRawPdf("", [makeBomb("/Type/ObjStm/N 1/First 4", HUGE)]),
      "inflates_too_far",
    ],
    [
      "an object stream named in hexadecimal",
      () => makeRawPdf("", [makeBomb("/Type/Obj#53tm/N 1/First 4", HUGE)]),
      "inflates_too_far",
    ],
    [
      "an embedded stream with another filter",
      () => makeRawPdf(EMBEDDED, ["4 0 obj<</Filter/LZWDecode/Length 3>>stream\nabc\nendstream endobj\n"]),
      "malformed_pdf",
    ],
  ])("that is %s is refused with its reason", async (_, make, reason) => {
    expect(reasonOf(await parseDocument(await make()))).toBe(reason);
  });

  it.each([
    ["nothing", 0, "empty"],
    ["more than 20 MB", FILE_LIMIT_BYTES + 1, "too_large"],
  ])("that is %s is refused before it is parsed", async (_, length, reason) => {
    expect(reasonOf(await readInvoiceFile(new Uint8Array(length)))).toBe(reason);
  });

  it("that claims two billion objects takes no memory for them", async () => {
    const claim =
      "3 0 obj<</Type/XRef/Size 2000000000/W[0 0 0]/Root 1 0 R/Length 0>>stream\n\nendstream endobj\n";
    expect(await readInvoiceFile(makeRawPdf("", [claim]))).toMatchObject({ ok: true, format: "pdf" });
  });

  it.each<[string, () => Uint8Array]>([
    ["starts objects and never ends them", () => makeRawPdf("", ["5 0 obj << /A ".repeat(1_000_000)])],
    ["starts streams and never ends them", () => makeRawPdf("", ["5 0 obj <<>> stream x ".repeat(500_000)])],
    ["lists one object 20,000 times", () => makeRawPdf("", [overlappingObjects(20_000)])],
    ["is one long string", () => makeRawPdf("", [makeObjectStream(`9 0 (${"x".repeat(15_000_000)})`)])],
  ])("that %s is refused for the work it makes, not for its time", async (_, make) => {
    const readings = await Promise.all([make(), bytesOf(makeCii())].map((file) => readInvoiceFile(file)));
    expect(readings.map(reasonOf)).toEqual(["too_complex", "read"]);
  });

  it("with 60,000 objects is read, alone and four at once", async () => {
    const objects = Array.from(
      { length: 60_000 },
      (_, at) => `${at + 3} 0 obj<</A ${at}/Next ${at + 4} 0 R>>endobj\n`,
    );
    const file = makeRawPdf("/Extra 3 0 R", [objects.join("")]);
    const readings = await Promise.all([file, file, file, file].map((one) => readInvoiceFile(one)));
    expect(readings.map(reasonOf)).toEqual(["read", "read", "read", "read"]);
  });

  it("of one supplier does not keep another supplier's file waiting", async () => {
    const hostile = makeRawPdf("", ["5 0 obj << /A ".repeat(1_000_000)]);
    const finished: string[] = [];
    const read = async (supplier: string, file: Uint8Array) => {
      await readInvoiceFile(file, { owners: [`supplier:${supplier}`] });
      finished.push(supplier);
    };
    await Promise.all([
      ...Array.from({ length: 4 }, () => read("hostile", hostile)),
      read("other", bytesOf(makeCii())),
    ]);
    expect(finished.indexOf("other")).toBeLessThan(3);
  });

  it("is neither accepted nor refused when the deadline passes, and the next file is read", async () => {
    const late = parseOffThread(
      "reading",
      bytesOf(makeCii()),
      () => never(),
      { owners: [] },
      { deadline: AbortSignal.abort() },
    );
    await expect(late).rejects.toBeInstanceOf(ParserBusyError);
    expect(reasonOf(await readInvoiceFile(bytesOf(makeCii())))).toBe("read");
  });

  it("cannot use more memory than the heap of its worker", async () => {
    const worker = await startWorker();
    expect(worker.resourceLimits?.maxOldGenerationSizeMb).toBeLessThanOrEqual(256);
    await worker.terminate();
  });

  it("is recognised by its content in UTF-8, UTF-16 and the Western encodings", async () => {
    const declared = (name: string) => makeCii({ "UTF-8": name });
    const files = [
      bytesOf(`\ufeff${makeCii()}`),
      bytesOf(`\ufeff${declared("UTF-16")}`, "utf16le"),
      bytesOf(`\ufeff${declared("UTF-16")}`, "utf16le").map((_, i, all) => all[i ^ 1] ?? 0),
      bytesOf(declared("UTF-16"), "utf16le"),
      bytesOf(declared("ISO-8859-1"), "latin1"),
      bytesOf(declared("windows-1252"), "latin1"),
      bytesOf(makeCii({ 'encoding="UTF-8"': "" })),
    ];
    for (const file of files) {
      expect(await readInvoiceFile(file)).toMatchObject({
        fields: { buyer: { name: "Boulangerie Épi d'Or" } },
      });
    }
  });

  it("that is a good file with any changes gives a reading or a reason", async () => {
    const seeds = [bytesOf(makeCii()), bytesOf(makeUbl()), await hybrid()];
    const edit = fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (seed, edits) => {
          const mutated = edits.reduce((bytes, { at, cut, put }) => {
            const start = at % (bytes.length + 1);
            return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + cut)]);
          }, Buffer.from(seed));
          const before = Buffer.from(mutated);
          const reading = await readInvoiceFile(mutated);
          expect(reading.ok || reading.reason).toBeTruthy();
          expect(reasonOf(reading)).not.toMatch(/crashed|too_complex|out_of_memory/);
          expect(mutated.equals(before)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
