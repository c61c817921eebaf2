import { AFRelationship, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { type Attachment, makeCii, makePdf, makeRawPdf } from "./made-files";

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
