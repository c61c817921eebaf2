import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import { writeZip, type ZipEntry } from "@/lib/formats/write-zip";
import type { Cell, Column, IndexRow, IndexWords } from "./index-columns";
import { sheetEnd, sheetRow, sheetStart, stylesPart, workbookParts } from "./xlsx-parts";

/** A column of a sheet. */
export interface SheetColumn<Row> {
  title: string;
  /** In characters. */
  width: number;
  cell: (row: Row) => Cell;
}

/** A workbook that is written row by row; only its compressed form is in memory. */
export interface Workbook<Row> {
  add(rows: readonly Row[]): Promise<void>;
  /** The finished workbook; its parts are dated `modifiedAt`. */
  finish(modifiedAt: Date): Promise<Uint8Array>;
}

/** The index of a pack as a workbook. */
export const startXlsxIndex = (columns: readonly Column[], words: IndexWords): Workbook<IndexRow> =>
  startWorkbook(
    columns.map(({ title, width, cell }) => ({ title, width, cell: (row: IndexRow) => cell(row, words) })),
    words.sheet,
  );

/**
 * A workbook with one sheet. Dates and amounts are typed cells, amounts in the format of their currency; the
 * header row is frozen; texts stay texts even if they begin like a formula.
 */
export function startWorkbook<Row>(columns: readonly SheetColumn<Row>[], sheet: string): Workbook<Row> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  const currencies: string[] = [];
  let [rows, size, check] = [0, 0, 0];

  const styleOf = (currency: string) => {
    if (!currencies.includes(currency)) currencies.push(currency);
    return currencies.indexOf(currency);
  };
  const write = async (xml: string) => {
    const bytes = Buffer.from(xml);
    size += bytes.length;
    check = crc32(bytes, check);
    if (!deflate.write(bytes)) await once(deflate, "drain");
  };
  const started = write(sheetStart(columns));

  return {
    async add(more) {
      await started;
      rows += more.length;
      const cells = (row: Row) => columns.map(({ cell }) => cell(row));
      await write(more.map((row) => sheetRow(cells(row), styleOf)).join(""));
    },
    async finish(modifiedAt) {
      await started;
      await write(sheetEnd(columns.length, rows));
      const isWritten = once(deflate, "end");
      deflate.end();
      await isWritten;
      const parts = [...workbookParts(sheet), ["xl/styles.xml", stylesPart(currencies)] as const];
      const entries: ZipEntry[] = parts.map(([name, xml]) => ({ name, modifiedAt, bytes: Buffer.from(xml) }));
      const content = { deflated: Buffer.concat(chunks), size, crc32: check };
      entries.push({ name: "xl/worksheets/sheet1.xml", modifiedAt, ...content });
      const book: Uint8Array[] = [];
      for await (const chunk of writeZip(entries)) book.push(chunk);
      return Buffer.concat(book);
    },
  };
}
