import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentName, shortName } from "@/lib/document-name";
import { distinctNames, folderName } from "@/lib/exports/pack-names";
import { NAUGHTY_NAMES } from "@/tests/unit/http/naughty-names";

const named = (number: string, supplierName = "Mobilize Lease&Co") =>
  documentName({ number, supplierName, issuedOn: "2026-10-14", mediaType: "application/pdf" });

const hostile = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...NAUGHTY_NAMES));
const SAFE = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

describe("the name of a document in a pack", () => {
  it("consists of month of issue, supplier and number", () => {
    expect(named("F-2026-000123")).toBe("2026-10_MOBILIZE_F-2026-000123.pdf");
    expect(named("FA 12/2026")).toBe("2026-10_MOBILIZE_FA-12-2026.pdf");
    expect(
      documentName({
        number: "7",
        supplierName: "Express-Colis",
        issuedOn: "2025-01-31",
        mediaType: "application/xml",
      }),
    ).toBe("2025-01_EXPRESS-COLIS_7.xml");
    expect([shortName("Le Bon Loueur"), shortName("É.D."), shortName("请求")]).toEqual([
      "BON",
      "E.D",
      "FOURNISSEUR",
    ]);
  });

  it("is a single safe file name for any number and supplier", () => {
    fc.assert(
      fc.property(hostile, hostile, (number, supplierName) => {
        const name = named(number, supplierName);
        expect(name).toMatch(SAFE);
        expect(name).toMatch(/[A-Za-z0-9_-]\.pdf$/);
        expect(name).not.toContain("..");
        expect(name.length).toBeLessThanOrEqual(120);
      }),
      { numRuns: 500, examples: NAUGHTY_NAMES.map((name) => [name, name]) },
    );
  });

  it("is different for each document, also on systems that ignore case", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.constantFrom("A-1", "a-1", "A/1", "A-1_2", "A 1"))),
        (numbers) => {
          const nameOf = distinctNames();
          const names = numbers.map((number) => nameOf(named(number)));
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(numbers.length);
          for (const name of names) expect(name).toMatch(/^2026-10_MOBILIZE_.*\.pdf$/);
        },
      ),
    );
    const nameOf = distinctNames();
    expect([nameOf("a.pdf"), nameOf("A.pdf"), nameOf("a_2.pdf"), nameOf("a.pdf")]).toEqual([
      "a.pdf",
      "A_2.pdf",
      "a_2_2.pdf",
      "a_3.pdf",
    ]);
  });
});

describe("the folder of a company", () => {
  it("is a single safe name, and none that Windows reserves", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (companyName, customerNumber, supplierName) => {
        const name = folderName({ companyName, supplierName, customerNumber });
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
        expect(name).not.toMatch(/\.$|\.\./);
        expect(name).not.toMatch(DEVICE);
      }),
      {
        numRuns: 500,
        examples: [
          ["CON", "", ""],
          ["..", "..", ".."],
          ["aux.", "", "nul"],
        ],
      },
    );
    const companyName = "Transports Perce-Neige SAS";
    expect(folderName({ companyName, supplierName: "Mobilize Lease&Co", customerNumber: "204 118" })).toBe(
      "Transports-Perce-Neige-SAS_MOBILIZE_204-118",
    );
  });
});
