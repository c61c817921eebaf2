import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, csvText, fromCsvText } from "@/lib/csv-text";
import { readTable } from "@/lib/formats/read-table";
import { readCell } from "@/lib/imports/read-cell";
import { readDate } from "@/lib/imports/read-date";
import { findHeadingRow, recogniseColumns } from "@/lib/imports/recognise-columns";

const value = (field: Parameters<typeof readCell>[0], cell: string) => {
  const read = readCell(field, cell);
  return read.kind === "value" ? read.value : read.kind === "refused" ? `! ${read.reason}` : undefined;
};
const cellsOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes);
  return table.ok ? table.rows.map(({ cells }) => cells) : table.reason;
};

describe("a cell as spreadsheets write it", () => {
  it.each([
    ["customerNumber", "204118.0", "204118"],
    ["customerNumber", "204118,00", "204118"],
    ["customerNumber", "2,04E+05", "! number_shortened"],
    ["customerNumber", "C 12-é", "C 12-é"],
    ["siren", "732 829 320", "732829320"],
    ["siren", "732\u00a0829\u202f320", "732829320"],
    ["siren", "5480702", "005480702"],
    ["siren", "12345", "12345"],
    ["siret", "7,32829E+13", "! number_shortened"],
    ["email", "mailto:A@b.example", "A@b.example"],
    ["email", "supprimer", null],
    ["companyName", "Supprimer", "! cannot_be_removed"],
    ["email", "#N/A", "! formula_failed"],
    ["preference", "Récapitulatif du jour", "digest"],
    ["adviserPhone", "102030405", "0102030405"],
    ["adviserPhone", "+33 1 02 03 04 05", "+33 1 02 03 04 05"],
    ["preference", "P.J.", "attachment"],
    ["preference", "pigeon", "! choice_unknown"],
    ["channel", "Papier", "paper"],
    ["locale", "Français", "fr"],
    ["checkedOn", "23/11/2026", "2026-11-23"],
    ["checkedOn", "31/02/2026", "! date_invalid"],
    ["routingCode", "  ", undefined],
  ] as const)("%s « %s » is %s", (field, cell, expected) => {
    expect(value(field, cell)).toBe(expected);
  });

  it.each([
    ["2026-11-23", "2026-11-23"],
    ["23.11.26", "2026-11-23"],
    ["3-1-2026", "2026-01-03"],
    ["2026-11-23T00:00:00.000Z", "2026-11-23"],
    ["23/11/2026 00:00:00", "2026-11-23"],
    ["46349", "2026-11-23"],
    ["11/23/2026", null],
    ["hier", null],
  ])("the date %s is %s", (written, expected) => {
    expect(readDate(written)).toBe(expected);
  });
});

describe("the encodings of a CSV file", () => {
  const text = fc
    .array(fc.constantFrom(..."aéœ€ŠŸ’–Ô;,\t\"'=+-0 1\n\r".split("")), { maxLength: 30 })
    .map((signs) => signs.join(""));
  const encode = {
    "UTF-8": (csv: string) => Buffer.from(csv),
    "UTF-8 with a byte order mark": (csv: string) => Buffer.from(`\ufeff${csv}`),
    "UTF-16 LE": (csv: string) => Buffer.from(`\ufeff${csv}`, "utf16le"),
    "UTF-16 BE": (csv: string) => Buffer.from(`\ufeff${csv}`, "utf16le").swap16(),
    "windows-1252": (csv: string) =>
      Buffer.from([...csv].map((sign) => BYTES.get(sign) ?? sign.charCodeAt(0))),
  };
  const BYTES = new Map([...decodedBytes()].map(([byte, sign]) => [sign, byte]));
  function decodedBytes(): [number, string][] {
    const known: Record<string, number> = { "€": 0x80, "’": 0x92, "–": 0x96, Š: 0x8a, œ: 0x9c, Ÿ: 0x9f };
    return Object.entries(known).map(([sign, byte]) => [byte, sign]);
  }

  it.each(Object.entries(encode))(
    "%s: every cell that our export writes is read back",
    async (_name, bytesOf) => {
      await fc.assert(
        fc.asyncProperty(text, text, async (one, other) => {
          const cells = [`x${one}`, other, "é"].map((cell) => cell.replace(/\r\n?/g, "\n"));
          const read = await cellsOf(bytesOf(csvLine(cells.map(csvText))));
          expect(read).toEqual([cells.map((cell) => cell.trim())]);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("keeps the apostrophe of a name", () => {
    expect(fromCsvText("'t Hooft")).toBe("'t Hooft");
    expect(fromCsvText("'007")).toBe("007");
  });
});

describe("the columns of a file", () => {
  it("are recognised by French and English column titles, each field once, also below a heading", () => {
    expect(recogniseColumns(["N° de client", "RAISON SOCIALE", "E-mail", "Mail", "Divers"])).toEqual([
      "customerNumber",
      "companyName",
      "email",
      null,
      null,
    ]);
    expect(recogniseColumns(["Customer no.", "Company name", "VAT number"])).toEqual([
      "customerNumber",
      "companyName",
      "vatNumber",
    ]);
    const rows = [["Export du 23/11"], ["Code tiers", "Nom"], ["1", "Un"]];
    expect(findHeadingRow(rows.map((cells, index) => ({ line: index + 1, cells })))).toBe(1);
  });
});
