import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvHeader, csvRow } from "@/lib/exports/csv-index";
import {
  type ColumnName,
  INDEX_COLUMNS,
  indexColumns,
  type IndexRow,
  type IndexWords,
} from "@/lib/exports/index-columns";
import { distinctRates, type StoredVat } from "@/lib/exports/vat-rates";
import { startXlsxIndex } from "@/lib/exports/xlsx-index";
import { parseXml } from "@/lib/formats/parse-xml";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { readZip } from "@/tests/support/read-zip";

const words: IndexWords = {
  ...INDEX_WORDS,
  sheet: "Factures & avoirs",
  columns: Object.fromEntries(INDEX_COLUMNS.map(({ name }) => [name, `Titre ${name}`])) as Record<
    ColumnName,
    string
  >,
};

const row: IndexRow = {
  file: "2026-10_LOUEUR_F-1.pdf",
  number: "F-1",
  type: "invoice",
  issuedOn: "2026-10-14",
  dueOn: null,
  supplierName: "Loueur",
  sellerName: "Loueur Essai SA",
  companyName: "Client Essai SARL",
  customerNumber: "00412",
  contracts: ["CC-1", "CC-2"],
  vehicles: [],
  currency: "EUR",
  signedWithoutVatMinor: 100_000n,
  signedWithVatMinor: 120_050n,
  sign: 1,
  vat: [],
  paymentMeans: "58",
  paymentAccount: "FR7630006000011234567890189",
  format: "facturx",
  legalRole: "original",
  depositedOn: "2026-10-15",
  removeAfter: "2028-10-14",
  size: 123_456,
  sha256: "0f".repeat(32),
};

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
const column = (name: ColumnName) => INDEX_COLUMNS.findIndex((one) => one.name === name);

/** Reads RFC 4180 with `;`, with code independent of the writer. */
function readCsv(text: string): { value: string; isQuoted: boolean }[][] {
  const rows: { value: string; isQuoted: boolean }[][] = [[]];
  for (let at = 0; at < text.length;) {
    const isQuoted = text[at] === '"';
    const cell = /^"((?:[^"]|"")*)"|^[^;\r\n]*/.exec(text.slice(at));
    if (!cell) throw new Error("not CSV");
    rows.at(-1)?.push({ value: isQuoted ? (cell[1] ?? "").replaceAll('""', '"') : cell[0], isQuoted });
    at += cell[0].length;
    if (text[at] === ";") at += 1;
    else if (text.startsWith("\r\n", at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (at < text.length) throw new Error(`stray sign at ${at}`);
  }
  return rows;
}

/** The columns for these rows. */
const columnsOf = (rows: readonly IndexRow[]) =>
  indexColumns(distinctRates(rows.flatMap(({ vat }) => vat)), words);

const csvCells = (changed: IndexRow) =>
  readCsv(csvRow(changed, columnsOf([changed]), words).toString("utf8"))[0] ?? [];

interface SheetCell {
  type: string | undefined;
  style: string;
  value: string;
}

async function openXlsx(rows: readonly IndexRow[]) {
  const index = startXlsxIndex(columnsOf(rows), words);
  for (let at = 0; at < rows.length; at += 2) await index.add(rows.slice(at, at + 2));
  const files = readZip(Buffer.from(await index.finish(new Date("2026-10-15T08:00:00Z"))));
  const part = (name: string) => {
    const file = files.find((one) => one.name === name);
    if (!file) throw new Error(`no ${name}`);
    return file.bytes.toString("utf8");
  };
  const cells = [...part("xl/worksheets/sheet1.xml").matchAll(/<row>(.*?)<\/row>/gs)].map(([, cells = ""]) =>
    [...cells.matchAll(/<c(?: t="(\w+)")?(?: s="(\d+)")?(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, type, style = "", inner = ""]): SheetCell => ({
        type,
        style,
        value: inner.replace(/<[^>]+>/g, ""),
      }),
    ),
  );
  return { files, part, cells };
}

const unescaped = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#13;", "\r")
    .replaceAll("&amp;", "&")
    .replace(/_x005F_/g, "_");

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

describe("a text that a spreadsheet would convert", () => {
  const CONVERTED =
    "00412 0012.50 123456789012 12345678901234567890 12E3 1,5e10 1-2 12/26 2026-11 12.5 12:30 3-mai mai-26 DEC1 12-août-26";

  it.each(CONVERTED.split(" "))("such as %s stays text in the CSV, with every character", (text) => {
    const cell = csvCells({ ...row, number: text })[column("number")];
    expect(cell).toEqual({ value: `'${text}`, isQuoted: true });
  });

  it("such as a contract of zeros is plain text in the XLSX", async () => {
    const { cells } = await openXlsx([{ ...row, contracts: ["00000012345678901234"] }]);
    expect(cells[1]?.[column("contracts")]).toMatchObject({
      type: "inlineStr",
      value: "00000012345678901234",
    });
  });

  it.each(["204118", "F-2026-000123", "AB-123-CD", "Mars", "2026-10_LOUEUR_F-1.pdf", "CC-1, CC-2", "0"])(
    "unlike %s, which is written as it is",
    (text) => {
      expect(csvCells({ ...row, number: text })[column("number")]?.value).toBe(text);
    },
  );

  it("is the only one that gets an apostrophe, so that removing one gives every text back", () => {
    for (const text of ["'00412", "''", "00412", "=1", "plain"]) {
      const value = csvCells({ ...row, number: text })[column("number")]?.value ?? "";
      expect(value.replace(/^'/, "")).toBe(text);
    }
  });
});

describe("the VAT of an index", () => {
  const vat = (category: string | null, rate: string | null, base: bigint, tax: bigint): StoredVat => ({
    category,
    rate,
    baseMinor: base,
    taxMinor: tax,
  });
  const invoice: IndexRow = {
    ...row,
    vat: [vat("S", "20", 90_000n, 18_000n), vat("E", "0", 5_000n, 0n), vat("O", null, 5_000n, 0n)],
    signedWithVatMinor: 118_000n,
  };
  const creditNote: IndexRow = {
    ...row,
    type: "credit_note",
    sign: -1,
    vat: [vat(null, "20.0", 1_000n, 200n), vat("S", "5.5", 2_000n, 110n), vat("AE", "0", 700n, 0n)],
    signedWithoutVatMinor: null,
    signedWithVatMinor: -4_010n,
  };
  const rows = [invoice, creditNote, { ...row, sign: 1, vat: [vat("Z", "0", 100_000n, 0n)] }, row];
  const table = () =>
    readCsv(
      [csvHeader(columnsOf(rows)), ...rows.map((one) => csvRow(one, columnsOf(rows), words))]
        .map((line) => line.toString("utf8").replace("\ufeff", ""))
        .join(""),
    ).map((cells) => cells.map(({ value }) => value));

  it("has two columns for each rate, and one for what is exempt, outside the scope or reverse charge", () => {
    const [heads = [], ...lines] = table();
    expect(heads.slice(INDEX_COLUMNS.length)).toEqual([
      "base 20",
      "tva 20",
      "base 5.5",
      "tva 5.5",
      "base 0",
      "tva 0",
      "base E",
      "base AE",
      "base O",
    ]);
    expect(lines.map((cells) => cells.slice(INDEX_COLUMNS.length).join("|"))).toEqual([
      "900,00|180,00|||||50,00||50,00",
      "-10,00|-2,00|-20,00|-1,10||||-7,00|",
      "||||1000,00|0,00|||",
      "||||||||",
    ]);
  });

  it("names the rates of each document, its whole VAT, and the sign of its original", () => {
    const [, ...lines] = table();
    const of = (name: ColumnName) => lines.map((cells) => cells[column(name)]);
    expect(of("vatRates")).toEqual(["20, E, O", "20, 5.5, AE", "0", "taux non communiqué"]);
    expect(of("vat")).toEqual(["180,00", "-3,10", "200,50", "200,50"]);
    expect(of("originalSign")).toEqual(["positif", "positif", "positif", "positif"]);
    const negative = { ...row, type: "credit_note" as const, sign: 1, signedWithVatMinor: -100n };
    expect(csvCells(negative)[column("originalSign")]?.value).toBe("négatif");
  });

  it("has columns with names beyond Z in the XLSX too", async () => {
    const { cells, part } = await openXlsx(rows);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<autoFilter ref="A1:AH5"/>');
    expect(cells[2]?.[INDEX_COLUMNS.length]).toMatchObject({ type: undefined, value: "-10.00" });
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
