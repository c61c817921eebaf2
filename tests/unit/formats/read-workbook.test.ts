import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/formats/read-table";
import { withAddresses } from "@/lib/formats/sheet-addresses";
import { unzipBounded } from "@/lib/formats/unzip-bounded";
import { writeZip } from "@/lib/formats/write-zip";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS = {
  "xl/workbook.xml": `<workbook xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** An archive of these files; bytes are compressed already and say that they are small. */
async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, content]) => ({
    ...{ name, modifiedAt: new Date("2000-01-01T00:00:00Z") },
    ...(typeof content === "string"
      ? { bytes: Buffer.from(content) }
      : { deflated: content, size: 1_000, crc32: 0 }),
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sheet = (rows: string) =>
  zip({ ...PARTS, "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>` });

const cellsOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes);
  return table.ok ? table.rows.map(({ cells }) => cells) : table.reason;
};

describe("a workbook", () => {
  it("is read with the values of its formulas, numbers digit by digit, cells without addresses", async () => {
    const bytes = await sheet(
      '<row><c t="inlineStr"><is><t>client</t></is></c><c><v>2.04118E5</v></c></row>' +
        '<row><c t="str"><f>HYPERLINK("x")</f><v>C-1</v></c><c t="e"><v>#N/A</v></c></row>',
    );
    expect(await cellsOf(bytes)).toEqual([
      ["client", "204118"],
      ["C-1", ""],
    ]);
  });

  it("is read from the first sheet that people see", async () => {
    const bytes = await zip({
      "xl/workbook.xml": `<workbook xmlns:r="${RELATIONSHIPS}"><sheets>
        <sheet name="Menus &amp; 'co'" sheetId="1" state="veryHidden" r:id="rId1"/>
        <sheet name="Clients" sheetId="2" r:id="rId2"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships>${[1, 2]
        .map(
          (n) =>
            `<Relationship Id="rId${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        )
        .join("")}</Relationships>`,
      "xl/worksheets/sheet1.xml":
        '<worksheet><sheetData><row><c t="str"><v>list</v></c></row></sheetData></worksheet>',
      "xl/worksheets/sheet2.xml":
        '<worksheet><sheetData><row><c t="str"><v>client</v></c></row></sheetData></worksheet>',
    });
    expect(await readTable(bytes)).toMatchObject({ ok: true, sheet: "Clients" });
  });

  it("is text without the Ctrl-Z with which DOS programs end it", async () => {
    expect(await cellsOf(Buffer.from("client;nom\r\n1;Un\r\n\u001a"))).toEqual([
      ["client", "nom"],
      ["1", "Un"],
    ]);
  });

  it.each([
    ["a row far away", sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'), "table_too_large"],
    [
      "a few cells very far away, for which the library would make a billion",
      sheet(`<row r="1"><c r="XFD1"><v>1</v></c></row>${'<row r="90000"><c r="A90000"><v>1</v></c></row>'}`),
      "table_too_large",
    ],
    [
      "the same in single quotes and with a prefix",
      sheet("<x:row r='90000'><x:c r='XFD90000'><x:v>1</x:v></x:c></x:row>"),
      "table_too_large",
    ],
    ["entities", sheet("<!DOCTYPE x><row/>"), "table_broken"],
    [
      "an external entity",
      sheet('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><row><c><v>&y;</v></c></row>'),
      "table_broken",
    ],
    ["a tag of a megabyte", sheet(`<row r="1" ${"a ".repeat(500_000)}/>`), "table_broken"],
    ["a tag in a tag in a tag", sheet("<".repeat(500_000)), "table_broken"],
    [
      "a text of a megabyte",
      sheet(`<row><c t="inlineStr"><is><t>${"a".repeat(1_000_000)}</t></is></c></row>`),
      "table_broken",
    ],
    ["a million columns", Buffer.from("a;".repeat(1_000_000)), "table_broken"],
    [
      "an archive of 100 KB that inflates to 110 MB",
      zip({ ...PARTS, "xl/worksheets/sheet1.xml": deflateRawSync(Buffer.alloc(110_000_000)) }),
      "table_too_large",
    ],
    ["XML that breaks off", sheet("<row><c><v>1"), "table_broken"],
    ["no workbook", zip({ mimetype: "x" }), "table_unknown"],
    ["an archive that breaks off", sheet("<row/>").then((bytes) => bytes.subarray(0, 200)), "table_broken"],
    ["an old or protected workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "table_old_excel"],
    ["a page that is called .xls", Buffer.from("<table><tr><td>client"), "table_unknown"],
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ"), "table_unknown"],
    ["nothing", new Uint8Array(), "table_empty"],
    ["a quote that is never closed", Buffer.from(`a;"${"b".repeat(200_000)}`), "table_broken"],
    ["too many columns", Buffer.from("a;".repeat(100)), "table_too_large"],
  ])("is refused: %s", async (_what, bytes, reason) => {
    expect(await cellsOf(await bytes)).toBe(reason);
  });

  it("never inflates beyond the limit, for any sizes that the archive claims", async () => {
    const files = unzipBounded(await zip({ "a.xml": " ".repeat(2_000) }), 1_000, () => true);
    expect(files).toBe("too_large");
    expect(withAddresses("<row><c/><c><v>1</v></c></row><x:row><x:c><v>2</v></x:c></x:row>")).toBe(
      '<row r="1"><c r="B1"><v>1</v></c></row><x:row r="2"><x:c r="A2"><v>2</v></x:c></x:row>',
    );
  });

  it("of random bytes is refused or read, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isZip) => {
        const file = isZip ? Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]) : bytes;
        expect((await readTable(file)).ok).toBeTypeOf("boolean");
      }),
      { numRuns: 150 },
    );
  });
});
