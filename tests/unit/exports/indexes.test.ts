import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvHeader, csvRow } from "@/lib/exports/csv-index";
import { INDEX_COLUMNS } from "@/lib/exports/index-columns";
import { parseXml } from "@/lib/formats/parse-xml";
import { column, columnsOf, csvCells, openXlsx, row, unescaped, words } from "./read-index";

/** Texts that start a formula in some spreadsheet program, full-width forms included. */
const PAYLOADS = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+33199000000",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\uff1d1+1",
  "\uff0b1",
  "\uff0d1",
  "\uff20A1",
  '=HYPERLINK("http://evil.example";"x")',
  '";=1+1;"',
  "a;b",
  'a"b',
  "a\r\nb",
];
describe("the index in CSV", () => {
  it("opens in a French spreadsheet: byte order mark, semicolons, decimal commas, line ends", () => {
    const header = csvHeader(columnsOf([row]));
    expect(header.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(header.toString("utf8").slice(1)).toBe(
      `${INDEX_COLUMNS.map(({ name }) => `"Titre ${name}"`).join(";")}\r\n`,
    );
    expect(csvRow(row, columnsOf([row]), words).toString("utf8")).toBe(
      '"2026-10_LOUEUR_F-1.pdf";"F-1";"Facture";2026-10-14;;"Virement";"FR7630006000011234567890189";"Loueur";' +
        `"Loueur Essai SA";"Client Essai SARL";"'00412";"CC-1, CC-2";;"EUR";1000,00;200,50;1200,50;"positif";` +
        `"taux non communiqué";"Factur-X";"Original";2026-10-15;2028-10-14;123456;"${"0f".repeat(32)}"\r\n`,
    );
  });

  it.each(PAYLOADS)("writes %j as text, which is not run as a formula and is shown unchanged", (payload) => {
    const cells = csvCells({ ...row, number: payload, sellerName: payload, contracts: [payload] });
    for (const name of ["number", "seller", "contracts"] as const) {
      const cell = cells[column(name)];
      expect(cell?.isQuoted).toBe(true);
      expect(cell?.value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(cell?.value.replace(/^'/, "")).toBe(payload);
    }
  });

  it("keeps amounts as numbers, also negative ones, with the decimals of each currency", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
        fc.constantFrom("EUR", "JPY", "TND"),
        (minor, currency) => {
          const cell = csvCells({ ...row, signedWithVatMinor: minor, currency })[column("withVat")];
          expect(cell?.isQuoted).toBe(false);
          expect(cell?.value).toMatch(/^-?\d+(,\d{2,3})?$/);
          expect(BigInt((cell?.value ?? "").replace(",", ""))).toBe(minor);
        },
      ),
    );
  });

  it("contains every text unchanged, apart from a quote that protects it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (seller) => {
        const value = csvCells({ ...row, sellerName: seller.toWellFormed() })[column("seller")]?.value ?? "";
        expect([seller.toWellFormed(), `'${seller.toWellFormed()}`]).toContain(value);
      }),
    );
  });
});

describe("the index in XLSX", () => {
  it("has typed dates and numbers, a format for each currency, a frozen header and column widths", async () => {
    const yen = { ...row, currency: "JPY", signedWithVatMinor: -5_000n, signedWithoutVatMinor: null };
    const { cells, part } = await openXlsx([row, yen, { ...row, type: "credit_note" }]);
    expect(cells).toHaveLength(4);
    expect(cells[0]?.map(({ value }) => value)).toEqual(INDEX_COLUMNS.map(({ name }) => `Titre ${name}`));
    const [, first, second, third] = cells;
    expect(first?.[column("issuedOn")]).toEqual({ type: undefined, style: "2", value: "46309" });
    expect(first?.[column("withVat")]).toEqual({ type: undefined, style: "4", value: "1200.50" });
    expect(second?.[column("withVat")]).toEqual({ type: undefined, style: "5", value: "-5000" });
    expect(second?.[column("withoutVat")]?.value).toBe("");
    expect(third?.[column("type")]?.value).toBe("Avoir");
    expect(first?.[column("customerNumber")]).toMatchObject({ type: "inlineStr", value: "00412" });
    const styles = part("xl/styles.xml");
    expect(styles).toContain('formatCode="#,##0.00\\ &quot;€&quot;"');
    expect(styles).toContain('formatCode="#,##0\\ &quot;JPY&quot;"');
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet.match(/<col /g)).toHaveLength(INDEX_COLUMNS.length);
    expect(sheet).toContain('<autoFilter ref="A1:Y4"/>');
    expect(part("xl/workbook.xml")).toContain('name="Factures &amp; avoirs"');
  });

  it("has well-formed XML in every part, for any texts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const { files, cells } = await openXlsx([{ ...row, sellerName: `a${text}`, companyName: "_x0041_" }]);
        for (const file of files)
          expect(() => parseXml(file.bytes.toString("utf8")), file.name).not.toThrow();
        expect(cells[1]?.[column("company")]?.value).toBe("_x005F_x0041_");
      }),
      { numRuns: 40 },
    );
  });

  it.each(PAYLOADS)(
    "writes %j as text, which is not run as a formula and is shown unchanged",
    async (payload) => {
      const { cells, part } = await openXlsx([{ ...row, number: payload }]);
      const cell = cells[1]?.[column("number")];
      expect(cell?.type).toBe("inlineStr");
      expect(unescaped(cell?.value ?? "")).toBe(payload);
      expect(part("xl/worksheets/sheet1.xml")).not.toContain("<f>");
    },
  );

  it("writes an amount with more digits than a spreadsheet keeps as text, with every digit", async () => {
    const { cells } = await openXlsx([{ ...row, signedWithVatMinor: 1_234_567_890_123_456_78n }]);
    expect(cells[1]?.[column("withVat")]).toMatchObject({ type: "inlineStr", value: "1234567890123456.78" });
  });

  it("has the same bytes for the same rows", async () => {
    const [one, other] = await Promise.all([openXlsx([row]), openXlsx([row])]);
    expect(one.files).toEqual(other.files);
  });
});
