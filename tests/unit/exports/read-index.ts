import { csvRow } from "@/lib/exports/csv-index";
import {
  type ColumnName,
  INDEX_COLUMNS,
  indexColumns,
  type IndexRow,
  type IndexWords,
} from "@/lib/exports/index-columns";
import { distinctRates } from "@/lib/exports/vat-rates";
import { startXlsxIndex } from "@/lib/exports/xlsx-index";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { readZip } from "@/tests/support/read-zip";

export const words: IndexWords = {
  ...INDEX_WORDS,
  sheet: "Factures & avoirs",
  columns: Object.fromEntries(INDEX_COLUMNS.map(({ name }) => [name, `Titre ${name}`])) as Record<
    ColumnName,
    string
  >,
};

export const row: IndexRow = {
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

export const column = (name: ColumnName) => INDEX_COLUMNS.findIndex((one) => one.name === name);

/** Reads RFC 4180 with `;`, with code independent of the writer. */
export function readCsv(text: string): { value: string; isQuoted: boolean }[][] {
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
export const columnsOf = (rows: readonly IndexRow[]) =>
  indexColumns(distinctRates(rows.flatMap(({ vat }) => vat)), words);

export const csvCells = (changed: IndexRow) =>
  readCsv(csvRow(changed, columnsOf([changed]), words).toString("utf8"))[0] ?? [];

interface SheetCell {
  type: string | undefined;
  style: string;
  value: string;
}

export async function openXlsx(rows: readonly IndexRow[]) {
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

export const unescaped = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#13;", "\r")
    .replaceAll("&amp;", "&")
    .replace(/_x005F_/g, "_");
