import { deflateSync } from "node:zlib";
import { AFRelationship, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { fieldFile } from "@/tests/support/field-file";
import { type Attachment, makeCii, makePdf, makeRawPdf, makeUbl } from "./made-files";

/** The bytes as ASCII85, without the end mark. */
function ascii85(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4);
    const kept = bytes.copy(group, 0, at, at + 4);
    const value = group.readUInt32BE();
    if (value === 0 && kept === 4) {
      text += "z";
      continue;
    }
    const signs = [4, 3, 2, 1, 0].map((power) => 0x21 + (Math.floor(value / 85 ** power) % 85));
    text += String.fromCharCode(...signs.slice(0, kept + 1));
  }
  return text;
}

const numbered = (number: string) => makeCii({ "LOY-2026-0042": number });

async function readPdf(attachments: Attachment[]) {
  const reading = await readInvoiceFile(await (await makePdf(attachments)).save());
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}

describe("a PDF", () => {
  it("is a plain PDF when it contains no invoice, even with other attachments", async () => {
    expect(await readPdf([])).toMatchObject({ format: "pdf", fields: null, attachments: [] });
    const other = await readPdf([
      { name: "notes.xml", content: "<notes/>" },
      { name: "a.txt", content: "a" },
    ]);
    expect(other).toMatchObject({ format: "pdf", fields: null, xmlAttachment: null });
    expect(other.attachments.sort()).toEqual(["a.txt", "notes.xml"]);
  });

  it("is Factur-X or ZUGFeRD according to the name of its XML", async () => {
    expect(await readPdf([{ name: "factur-x.xml", content: makeCii() }])).toMatchObject({
      format: "facturx",
      xmlAttachment: "factur-x.xml",
      fields: { number: "LOY-2026-0042" },
    });
    expect((await readPdf([{ name: "zugferd-invoice.xml", content: makeCii() }])).format).toBe("zugferd");
  });

  it("prefers the XML with the prescribed name", async () => {
    const reading = await readPdf([
      { name: "a.xml", content: numbered("A"), relationship: AFRelationship.Data },
      { name: "factur-x.xml", content: numbered("B") },
    ]);
    expect(reading.fields?.number).toBe("B");
  });

  it("prefers data to a supplement, and a readable XML to a broken one", async () => {
    const byRelationship = await readPdf([
      { name: "a.xml", content: numbered("A"), relationship: AFRelationship.Supplement },
      { name: "b.xml", content: numbered("B"), relationship: AFRelationship.Data },
    ]);
    expect(byRelationship.fields?.number).toBe("B");
    const readable = await readPdf([
      { name: "factur-x.xml", content: "<broken" },
      { name: "other.xml", content: numbered("C") },
    ]);
    expect(readable.fields?.number).toBe("C");
  });

  it("lists its attachments in the order of its name tree", async () => {
    const file = (id: number, name: string) =>
      `${id} 0 obj<</UF(${name})/EF<</F ${id + 2} 0 R>>>>endobj\n${id + 2} 0 obj<</Length 1>>stream\n0\nendstream endobj\n`;
    const tree = "/AF[4 0 R 3 0 R]/Names<</EmbeddedFiles<</Names[(a)3 0 R(b)4 0 R]>>>>";
    const reading = await readInvoiceFile(makeRawPdf(tree, [file(3, "a.bin"), file(4, "b.bin")]));
    expect(reading).toMatchObject({ attachments: ["a.bin", "b.bin"] });
  });

  it("is refused when it names invoice data that cannot be read", async () => {
    const save = async (content: string) =>
      readInvoiceFile(await (await makePdf([{ name: "factur-x.xml", content }])).save());
    expect(await save("<broken")).toMatchObject({ ok: false, reason: "malformed_xml" });
    expect(await save('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toMatchObject({ reason: "doctype" });
    expect(await save("<order/>")).toMatchObject({ ok: false, reason: "unknown_root" });
  });

  it.each([
    ["name-only-in-name-tree.pdf", "facturx", "factur-x.xml"],
    ["hybrid-pdf-with-ubl.pdf", "ubl", "UBL-Invoice-2.1.xml"],
  ])("is read with its invoice: %s", async (name, format, xmlAttachment) => {
    const reading = await readInvoiceFile(fieldFile(name));
    expect(reading).toMatchObject({ format, xmlAttachment, fields: { totalWithVat: "1200.00" } });
  });

  it.each([
    ["another ending", "rechnung.bin", makeCii(), "zugferd"],
    ["no name", "", makeCii(), "zugferd"],
    ["UBL", "ubl.xml", makeUbl(), "ubl"],
    ["UBL in UTF-16", "ubl.xml", Buffer.from(`\ufeff${makeUbl()}`, "utf16le"), "ubl"],
    [
      "the profile of Factur-X",
      "f.dat",
      makeCii({ "urn:cen.eu:en16931:2017": "urn:factur-x.eu:1p0:basic" }),
      "facturx",
    ],
    ["an envelope", "e.xml", `<e:Envelope xmlns:e="urn:e">${makeUbl()}</e:Envelope>`, "ubl"],
  ])("is read when the attachment has %s", async (_, name, content, format) => {
    expect((await readPdf([{ name: name || "x", content }])).format).toBe(format);
  });

  const xmlStream = `6 0 obj<</Length ${Buffer.byteLength(makeCii())}>>stream\n${makeCii()}\nendstream endobj\n`;
  const fileSpec = "5 0 obj<</Type/Filespec/EF<</F 6 0 R>>>>endobj\n";
  it.each([
    ["the associated files of the document", "/AF[5 0 R]"],
    ["the associated files of a page", "/Extra<</Type/Page/AF[5 0 R]>>"],
    ["an annotation", "/Extra<</Type/Annot/Subtype/FileAttachment/FS 5 0 R>>"],
    ["a branch of the name tree", "/Names<</EmbeddedFiles<</Kids[<</Names[(factur-x.xml)5 0 R]>>]>>>>"],
  ])("is read when only %s names the attachment", async (_, extra) => {
    const reading = await readInvoiceFile(makeRawPdf(extra, [fileSpec, xmlStream]));
    expect(reading).toMatchObject({ fields: { number: "LOY-2026-0042" } });
  });

  it.each([
    ["ASCIIHexDecode", `${Buffer.from(makeCii()).toString("hex")}>`],
    ["ASCII85Decode", `${ascii85(Buffer.from(makeCii()))}~>`],
    ["[/ASCII85Decode/FlateDecode]", `${ascii85(deflateSync(makeCii()))}~>`],
  ])("is read when the attachment is encoded by %s", async (filter, content) => {
    const written = filter.startsWith("[") ? filter : `/${filter}`;
    const stream = `6 0 obj<</Filter${written}/Length ${content.length}>>stream\n${content}\nendstream endobj\n`;
    const reading = await readInvoiceFile(makeRawPdf("/AF[5 0 R]", [fileSpec, stream]));
    expect(reading).toMatchObject({
      fields: { number: "LOY-2026-0042", buyer: { name: "Boulangerie Épi d'Or" } },
    });
  });

  it("tells which other invoices inside were not read", async () => {
    const reading = await readPdf([
      { name: "ubl.xml", content: makeUbl() },
      { name: "factur-x.xml", content: makeCii() },
      { name: "notes.xml", content: "<notes/>" },
    ]);
    expect(reading).toMatchObject({ xmlAttachment: "factur-x.xml", unusedInvoices: ["ubl.xml"] });
  });

  it.each([
    ["JavaScript when opened", "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"],
    ["named JavaScript", "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>"],
    ["a launch action", "/OpenAction<</S/Launch/F(calc.exe)>>"],
    ["a launch action written in hexadecimal", "/OpenAction<</S/L#61unch/F(calc.exe)>>"],
    ["a form sent away", "/AA<</WC<</S/SubmitForm/F(http://example.com)>>>>"],
    ["a scripted form", "/AcroForm<</XFA(x)/Fields[]>>"],
    ["rich media", "/Extra<</Type/Annot/Subtype/RichMedia>>"],
  ])("is flagged for %s, and still read", async (_, extra) => {
    expect(await readInvoiceFile(makeRawPdf(extra))).toMatchObject({ ok: true, hasActiveContent: true });
  });

  it("is not flagged for a link, a destination or an unused script", async () => {
    const harmless = "/OpenAction[2 0 R/Fit]/Extra<</S/URI/URI(https://example.com)>>";
    const unused = "5 0 obj<</S/JavaScript/JS(1)>>endobj\n";
    expect(await readInvoiceFile(makeRawPdf(harmless, [unused]))).toMatchObject({ hasActiveContent: false });
  });

  it("is read from object streams as from plain objects", async () => {
    const pdf = await makePdf([{ name: "factur-x.xml", content: makeCii() }]);
    pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "JavaScript", JS: PDFString.of("1") }));
    for (const useObjectStreams of [true, false]) {
      const reading = await readInvoiceFile(await pdf.save({ useObjectStreams }));
      expect(reading).toMatchObject({ format: "facturx", hasActiveContent: true });
    }
  });
});
