import { describe, expect, it } from "vitest";
import { parseDocument } from "@/lib/formats/parse-document";
import { fieldFile } from "@/tests/support/field-file";
import { bytesOf, makeCii, makeUbl } from "./made-files";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const cii = makeCii().replace(declaration, "");

describe("a Western encoding", () => {
  it.each(["windows-1252", "ISO-8859-1", "latin1", "CP1252"])(
    "is read as browsers do: %s",
    async (encoding) => {
      const file = Buffer.from(fieldFile("windows-1252-cii.xml")).toString("latin1");
      const reading = await parseDocument(bytesOf(file.replace("windows-1252", encoding), "latin1"));
      expect(reading).toMatchObject({
        fields: {
          seller: { name: "L’Atelier du Cœur – 24 h €" },
          buyer: { name: "Café “L’œuvre”" },
        },
      });
    },
  );

  it("gives every byte the character of the standard", async () => {
    const bytes = Uint8Array.from({ length: 0x60 }, (_, at) => 0xa0 + at);
    const signs = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    const codes = [...Array(32).keys()].map((at) => 0x80 + at);
    const named = codes.filter((code) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code));
    const name = Buffer.concat([Buffer.from(named), bytes.subarray(1)]);
    const [before, after] = makeCii({ "UTF-8": "windows-1252" }).split("LOY-2026-0042");
    const file = Buffer.concat([
      Buffer.from(before ?? "", "latin1"),
      name,
      Buffer.from(after ?? "", "latin1"),
    ]);
    const reading = await parseDocument(new Uint8Array(file));
    const expected = signs + String.fromCharCode(...bytes.subarray(1));
    expect(reading).toMatchObject({ fields: { number: expected } });
  });
});

describe("white space around an invoice", () => {
  it.each<[string, string, BufferEncoding]>([
    ["a blank line before the declaration", `\r\n${declaration}${cii}`, "utf8"],
    ["spaces and tabs before the declaration", `  \t\n${declaration}${cii}`, "utf8"],
    ["a byte order mark after a blank line", `\n\ufeff${declaration}${cii}`, "utf8"],
    ["2,000 blank lines", `${"\n".repeat(2000)}${declaration}${cii}`, "utf8"],
    ["zero bytes and an end mark after it", `${declaration}${cii}\n\u001a${"\0".repeat(512)}`, "utf8"],
    ["a blank line in UTF-16", `\r\n<?xml version="1.0" encoding="UTF-16"?>${cii}`, "utf16le"],
  ])("is ignored: %s", async (_, text, encoding) => {
    expect(await parseDocument(bytesOf(text, encoding))).toMatchObject({
      format: "cii",
      fields: { number: "LOY-2026-0042" },
    });
  });

  it("is ignored in a real invoice file", async () => {
    const reading = await parseDocument(fieldFile("blank-line-before-xml-declaration.xml"));
    expect(reading).toMatchObject({ format: "cii", fields: { number: "FIELD-BLANK" } });
  });
});

describe("an envelope", () => {
  const soap = (content: string) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;

  it.each([
    ["a Standard Business Document", fieldFile("sbdh-wrapped-ubl.xml"), "FIELD-SBDH"],
    ["a SOAP body", bytesOf(soap(makeUbl())), "U-1"],
    ["a SOAP body with an element around the invoice", bytesOf(soap(`<Send>${cii}</Send>`)), "LOY-2026-0042"],
    [
      "an element that declares the namespaces",
      bytesOf(
        `<all xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">` +
          `${makeUbl({ "<Invoice ": "<i:Invoice ", "</Invoice>": "</i:Invoice>" })}</all>`,
      ),
      "U-1",
    ],
  ])("is opened: %s", async (_, bytes, number) => {
    expect(await parseDocument(bytes)).toMatchObject({ ok: true, fields: { number } });
  });

  it.each([
    ["several invoices", soap(makeUbl() + makeUbl())],
    ["no invoice", soap("<Ping/>")],
    ["an invoice too deep inside", `${"<a>".repeat(9)}${makeUbl()}${"</a>".repeat(9)}`],
  ])("of %s is refused", async (_, text) => {
    expect(await parseDocument(bytesOf(text))).toMatchObject({ ok: false, reason: "unknown_root" });
  });
});
