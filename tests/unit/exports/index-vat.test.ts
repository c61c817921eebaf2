import { describe, expect, it } from "vitest";
import { csvHeader, csvRow } from "@/lib/exports/csv-index";
import { type ColumnName, INDEX_COLUMNS, type IndexRow } from "@/lib/exports/index-columns";
import type { StoredVat } from "@/lib/exports/vat-rates";
import { column, columnsOf, csvCells, openXlsx, readCsv, row, words } from "./read-index";

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
