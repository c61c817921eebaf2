import { describe, expect, it } from "vitest";
import { parseContents, parseJoined } from "@/lib/formats/parse-contents";
import { parseDocument } from "@/lib/formats/parse-document";
import { bytesOf, makeCii, makePdf, makeUbl } from "./made-files";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const ublReference = (inside: string, element = "AdditionalDocumentReference") =>
  bytesOf(
    makeUbl({
      "<cac:AccountingSupplierParty>": `<cac:${element}>${inside}</cac:${element}><cac:AccountingSupplierParty>`,
    }),
  );
const ublObject = (attributes: string, text = base64("hello")) =>
  `<cac:Attachment><cbc:EmbeddedDocumentBinaryObject ${attributes}>${text}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>`;
const ciiObject =
  '<ram:AttachmentBinaryObject mimeCode="text/csv" filename="detail.csv">aGVsbG8=</ram:AttachmentBinaryObject>';

async function namesOf(file: Uint8Array): Promise<string[]> {
  const reading = await parseDocument(file);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.joinedDocuments;
}

describe("a document joined to an invoice", () => {
  it.each([
    ["in UBL", ublReference(`<cbc:ID>1</cbc:ID>${ublObject('mimeCode="text/csv" filename="detail.csv"')}`)],
    ["at a contract in UBL", ublReference(ublObject('filename="detail.csv"'), "OriginatorDocumentReference")],
    [
      "in CII",
      bytesOf(
        makeCii({
          "<ram:ContractReferencedDocument>": `<ram:AdditionalReferencedDocument><ram:TypeCode>916</ram:TypeCode>${ciiObject}</ram:AdditionalReferencedDocument><ram:ContractReferencedDocument>`,
        }),
      ),
    ],
    [
      "on a line in CII",
      bytesOf(makeCii({ "<ram:ReferenceTypeCode>ABZ": `${ciiObject}<ram:ReferenceTypeCode>ABZ` })),
    ],
  ])("is found %s", async (_, file) => {
    expect((await namesOf(file))[0]).toBe("detail.csv");
    const document = await parseJoined(file, 1);
    expect(Buffer.from(document?.bytes ?? []).toString()).toBe("hello");
  });

  it.each([
    ["a path", "../../etc/passwd", "passwd"],
    ["a path of Windows", "C:\\temp\\a.pdf", "a.pdf"],
    ["a direction mark that hides the ending", "a\u202efdp.exe", "afdp.exe"],
    ["line breaks", "a&#10;b.pdf", "ab.pdf"],
    ["nothing visible", "\u200b\u200b", "document-1"],
    ["1,000 letters", "a".repeat(1000), "a".repeat(150)],
  ])("has a safe name when the file gives it %s", async (_, written, name) => {
    expect(await namesOf(ublReference(ublObject(`filename="${written}"`)))).toEqual([name]);
  });

  it("without a file name is called like its reference", async () => {
    const file = ublReference(`<cbc:ID>Annexe 4</cbc:ID>${ublObject("")}`);
    expect(await namesOf(file)).toEqual(["Annexe 4"]);
  });

  it("is not offered when it is empty, and broken base64 gives what can be read", async () => {
    expect(await namesOf(ublReference(ublObject('filename="a"', " ")))).toEqual([]);
    const broken = await parseJoined(ublReference(ublObject('filename="a"', "aGVs*bG8\n=")), 1);
    expect(Buffer.from(broken?.bytes ?? []).toString()).toBe("hello");
  });

  it("inside the XML of a hybrid comes after the files of the PDF", async () => {
    const xml = makeCii({ "<ram:ReferenceTypeCode>ABZ": `${ciiObject}<ram:ReferenceTypeCode>ABZ` });
    const pdf = await makePdf([
      { name: "factur-x.xml", content: xml },
      { name: "other.txt", content: "other" },
    ]);
    const file = await pdf.save();
    expect((await namesOf(file)).slice(0, 2)).toEqual(["other.txt", "detail.csv"]);
    expect(Buffer.from((await parseJoined(file, 2))?.bytes ?? []).toString()).toBe("hello");
    expect(await parseJoined(file, 9)).toBeNull();
  });
});

describe("a document that an invoice only gives the address of (BT-124)", () => {
  const address = "https://ailleurs.example/annexe?id=1&amp;n=2";
  it.each([
    [
      "in UBL",
      ublReference(
        `<cbc:ID>1</cbc:ID><cac:Attachment><cac:ExternalReference><cbc:URI>${address}</cbc:URI></cac:ExternalReference></cac:Attachment>`,
      ),
    ],
    [
      "in CII",
      bytesOf(
        makeCii({
          "<ram:ContractReferencedDocument>": `<ram:AdditionalReferencedDocument><ram:URIID>${address}</ram:URIID><ram:TypeCode>916</ram:TypeCode></ram:AdditionalReferencedDocument><ram:ContractReferencedDocument>`,
        }),
      ),
    ],
  ])("is text of the readable view, and no document to download, %s", async (_, file) => {
    expect(await namesOf(file)).toEqual([]);
    const contents = await parseContents(file);
    expect(contents?.externalDocuments).toEqual(["https://ailleurs.example/annexe?id=1&n=2"]);
  });
});
