import { expect, it } from "vitest";
import { splitLines } from "@/lib/deposits/split-lines";
import type { InvoiceLine } from "@/lib/formats/invoice-reading";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { bytesOf, makeCii, makeUbl } from "@/tests/unit/formats/made-files";

const FLEET = { contracts: ["CC-2026-07", "CC-2026-11"], vehicles: ["GF-410-BQ", "GH-087-XC"] };

const line = (change: Partial<InvoiceLine>): InvoiceLine => ({
  ...{ id: null, name: null, quantity: null, netAmount: "1.00", vatCategory: "S", vatRate: "20" },
  ...{ periodFrom: null, periodTo: null, contract: null, vehicle: null, text: "" },
  ...change,
});
const split = (change: Partial<InvoiceLine>, document = FLEET) => {
  const [{ contract, vehicle } = line({})] = splitLines([line(change)], document);
  return { contract, vehicle };
};

it.each([
  ["what it names itself", { vehicle: "GH-087-XC", contract: "CC-2026-11", text: "GF-410-BQ" }],
  ["what its texts name", { text: "Loyer octobre 2026, gh 087 xc, contrat CC/2026/11" }],
  ["a plate without dashes", { text: "Entretien GH087XC (CC-2026-11)" }],
])("a line of a fleet invoice belongs to %s", (_, change) => {
  expect(split(change)).toEqual({ vehicle: "GH-087-XC", contract: "CC-2026-11" });
});

it.each([
  ["names none", "Frais de gestion, octobre 2026"],
  ["names several", "Entretien GF-410-BQ et GH-087-XC, contrats CC-2026-07 et CC-2026-11"],
  ["names one only as a part of a longer word", "Réf. XGH-087-XC9 CC-2026-113"],
])("a line of a fleet invoice that %s is not split", (_, text) => {
  expect(split({ text })).toEqual({ vehicle: null, contract: null });
});

it("a line belongs to the only contract and vehicle of its invoice", () => {
  expect(split({ text: "Loyer" }, { contracts: ["7"], vehicles: ["GF-410-BQ"] })).toEqual({
    vehicle: "GF-410-BQ",
    contract: "7",
  });
});

it("a plate is read from the texts when a word says that it is one", () => {
  const none = { contracts: [], vehicles: [] };
  expect(split({ text: "Carte grise, immatriculation n° GF 410 BQ" }, none).vehicle).toBe("GF-410-BQ");
  expect(split({ text: "Référence GF-410-BQ" }, none).vehicle).toBeNull();
  expect(split({ text: "Plaque GF-410-BQ, plaque GH-087-XC" }, none).vehicle).toBeNull();
});

it("a short number, such as a year, is not looked for", () => {
  expect(split({ text: "Loyer 2026" }, { contracts: ["2026", "2027"], vehicles: [] }).contract).toBeNull();
});

it.each([
  [
    "CII",
    makeCii({
      "<ram:Name>Loyer, véhicule électrique</ram:Name>":
        "<ram:Name>Loyer</ram:Name><ram:Description>Immatriculation GF-410-BQ</ram:Description>",
    }),
  ],
  [
    "UBL",
    makeUbl({
      "<cbc:Name>Entretien</cbc:Name>":
        "<cbc:Description>Immatriculation GF-410-BQ</cbc:Description><cbc:Name>Loyer</cbc:Name>",
    }),
  ],
])("the texts of a line are read from %s", async (_, xml) => {
  const reading = await readInvoiceFile(bytesOf(xml));
  expect(reading.ok && reading.fields?.lines[0]?.text).toContain("Loyer\nImmatriculation GF-410-BQ");
});
