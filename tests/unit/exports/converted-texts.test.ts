import { describe, expect, it } from "vitest";
import { column, csvCells, openXlsx, row } from "./read-index";

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
