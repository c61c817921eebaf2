import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestAccount } from "@/lib/accounting/accounting-settings";
import { entryBuilder } from "@/lib/accounting/build-entry";
import { type LayoutName, layoutNamed, LAYOUTS, layoutsFor } from "@/lib/accounting/layouts/layout";
import type { NumberedEntry } from "@/lib/accounting/layouts/layout-parts";
import type { BookedInvoice } from "@/lib/accounting/split-invoice";
import { NAUGHTY_NAMES } from "@/tests/unit/http/naughty-names";
import { booked, FACTS, SETTINGS, WORDS } from "./booked";

const entryOf = (change: Partial<BookedInvoice> = {}): NumberedEntry => ({
  ...entryBuilder(SETTINGS, WORDS)(booked(change)),
  position: 7,
});
const file = (name: LayoutName, entry = entryOf(), facts = FACTS): Buffer => {
  const layout = layoutNamed(name);
  if (!layout) throw new Error(name);
  return Buffer.concat([layout.head(facts), layout.entry(entry, facts)]);
};
const rows = (name: LayoutName, entry?: NumberedEntry) => file(name, entry).toString("latin1").split("\r\n");

describe("a file of entries", () => {
  it("as general CSV has a byte order mark, decimal commas, and one line for each line of the entry", () => {
    const text = file("csv").toString("utf8");
    expect(text.startsWith('\ufeff"Date";"Journal";"Compte"')).toBe(true);
    expect(text.split("\r\n").slice(1)).toEqual([
      '2026-11-02;"AC";"613500";"Facture F-1 – Loyers – GF-410-BQ";1000,00;;"F-1";"";2026-12-02;"EUR";"CC-1";"GF-410-BQ";"";""',
      '2026-11-02;"AC";"445660";"Facture F-1 – TVA 20";200,00;;"F-1";"";2026-12-02;"EUR";"";"";"";""',
      '2026-11-02;"AC";"401000";"Facture F-1 – Loueur Essai";;1200,00;"F-1";"FLOUEUR";2026-12-02;"EUR";"";"";"";""',
      "",
    ]);
  });

  it("as general CSV says what is to complete", () => {
    const entry = entryOf({ vat: [], lines: [], totalWithoutVatMinor: null });
    expect(file("csv", entry).toString("utf8")).toContain('"Seul le total est connu"');
  });

  it("as FEC has the 18 fields of article A47 A-1, in ISO 8859-15", () => {
    const [head = "", ...lines] = rows("fec");
    expect(head.split("\t")).toHaveLength(18);
    expect(head).toMatch(/^JournalCode\tJournalLib\tEcritureNum\t.*\tMontantdevise\tIdevise$/);
    expect(lines).toHaveLength(4);
    expect(lines[2]?.split("\t")).toEqual([
      ...[
        "AC",
        "Achats",
        "7",
        "20261102",
        "401000",
        "Fournisseurs",
        "FLOUEUR",
        "Loueur Essai",
        "F-1",
        "20261102",
      ],
      ...["Facture F-1 - Loueur Essai", "0,00", "1200,00", "", "", "", "", ""],
    ]);
    expect([...file("fec", entryOf({ sellerName: "Œuf à 5 €" }))]).toEqual(
      expect.arrayContaining([0xbc, 0xe0, 0xa4]),
    );
  });

  it("as XImport has the positions of its documentation", () => {
    const [line = ""] = rows("ximport");
    expect(line).toHaveLength(5 + 2 + 8 + 8 + 12 + 11 + 25 + 13 + 1 + 12 + 6 + 34 + 5);
    expect([line.slice(0, 7), line.slice(7, 15), line.slice(15, 23)]).toEqual([
      "    7AC",
      "20261102",
      "20261202",
    ]);
    expect([line.slice(23, 35), line.slice(35, 46)]).toEqual(["F-1         ", "613500     "]);
    expect([line.slice(71, 84), line.slice(84, 85)]).toEqual(["      1000.00", "D"]);
  });

  it("as Quadra file has the positions of its documentation", () => {
    const [line = "", , supplier = ""] = rows("quadra");
    expect([line.length, line.slice(0, 20)]).toEqual([231, "M613500  AC000021126"]);
    expect([line.slice(41, 43), line.slice(43, 55), line.slice(63, 69)]).toEqual([
      "D+",
      "000000100000",
      "021226",
    ]);
    expect([line.slice(107, 113), line.slice(148, 158)]).toEqual(["EURAC ", "F-1       "]);
    expect([supplier.slice(1, 9), supplier.slice(41, 55)]).toEqual(["FLOUEUR ", "C+000000120000"]);
  });

  it("as Sage 100 file has the eleven columns of its example", () => {
    const lines = rows("sage100");
    expect(lines[0]?.split("\t")).toEqual([
      "G",
      "AC",
      "021126",
      "7",
      "613500",
      "",
      "Facture F-1 - Loyers - GF-410-BQ",
      "",
      "",
      "1000,00",
      "0,00",
    ]);
    expect(lines[2]?.split("\t").slice(4, 11)).toEqual([
      "401000",
      "FLOUEUR",
      "Facture F-1 - Loueur Essai",
      "",
      "021226",
      "0,00",
      "1200,00",
    ]);
  });

  it("is offered in other currencies only where the file names the currency", () => {
    expect(layoutsFor("EUR", FACTS)).toEqual([...LAYOUTS]);
    expect(layoutsFor("USD", FACTS)).toEqual(["csv"]);
    expect(layoutNamed("../etc")).toBeNull();
  });

  it("is not offered where a journal or an account would be cut", () => {
    expect(layoutsFor("EUR", { journal: "ACH", longestAccount: 6 })).toEqual(["csv", "fec", "sage100"]);
    expect(layoutsFor("EUR", { journal: "AC", longestAccount: 9 })).toEqual([
      "csv",
      "fec",
      "ximport",
      "sage100",
    ]);
    expect(longestAccount({ ...SETTINGS, vatAccounts: { "20": "44566000000" } })).toBe(11);
  });

  it.each(LAYOUTS.filter((name) => name !== "csv"))(
    "as %s keeps its columns, and runs no formula, whatever the names contain",
    (name) => {
      const hostile = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom(...NAUGHTY_NAMES, "=1+1", "@x\tA\r\nB|;"),
      );
      fc.assert(
        fc.property(hostile, hostile, (number, sellerName) => {
          const lines = rows(name, entryOf({ number, sellerName, vehicles: [sellerName] })).slice(0, -1);
          const body = name === "fec" ? lines.slice(1) : lines;
          expect(body).toHaveLength(3);
          for (const one of body) {
            if (name === "fec" || name === "sage100") {
              const fields = one.split("\t");
              expect(fields).toHaveLength(name === "fec" ? 18 : 11);
              for (const field of fields) expect(field).not.toMatch(/^[=+\-@]/);
            } else expect(one).toHaveLength(name === "quadra" ? 231 : 142);
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});
