import { describe, expect, it } from "vitest";
import type { AccountingSettings } from "@/lib/accounting/accounting-settings";
import { entryBuilder } from "@/lib/accounting/build-entry";
import { lineKind } from "@/lib/accounting/line-kind";
import type { BookedInvoice } from "@/lib/accounting/split-invoice";
import { booked, line, SETTINGS, WORDS, written } from "./booked";

const book = (change: Partial<BookedInvoice> = {}, settings: Partial<AccountingSettings> = {}) =>
  entryBuilder({ ...SETTINGS, ...settings }, WORDS)(booked(change));

describe("the entry of an invoice", () => {
  it("has charge and VAT at the debit and the supplier at the credit", () => {
    const entry = book();
    expect(written(entry)).toEqual(["613500 100000", "445660 20000", "401000 -120000"]);
    expect(entry.lines[0]).toMatchObject({
      label: "Facture F-1 – Loyers – GF-410-BQ",
      contract: "CC-1",
      vehicle: "GF-410-BQ",
    });
  });

  it.each([
    ["written positive", { sign: -1, totalWithVatMinor: 120_000n, totalWithoutVatMinor: 100_000n }],
    [
      "written negative",
      {
        totalWithVatMinor: -120_000n,
        totalWithoutVatMinor: -100_000n,
        vat: [{ category: "S", rate: "20", baseMinor: -100_000n, taxMinor: -20_000n }],
        lines: [line("Loyer", "-1000.00")],
      },
    ],
  ])("is reversed for a credit note %s", (_, change) => {
    expect(written(book({ type: "credit_note", ...change }))).toEqual([
      "613500 -100000",
      "445660 -20000",
      "401000 120000",
    ]);
  });

  it("books each line by its kind, its rate, its vehicle and its contract", () => {
    const entry = book({
      totalWithVatMinor: 185_275n,
      vehicles: ["GF-410-BQ", "GH-087-XC"],
      contracts: ["CC-1", "CC-2"],
      vat: [
        { category: "S", rate: "20.00", baseMinor: 145_000n, taxMinor: 29_000n },
        { category: "S", rate: "5.5", baseMinor: 5_000n, taxMinor: 275n },
        { category: "E", rate: "0", baseMinor: 6_000n, taxMinor: 0n },
      ],
      lines: [
        line("Loyer longue durée", "700.00", { vehicle: "GF-410-BQ", contract: "CC-1" }),
        line("Loyer longue durée", "600.00", { vehicle: "GH-087-XC", contract: "CC-2" }),
        line("Entretien et pneumatiques", "150.00", { vehicle: "GF-410-BQ", contract: "CC-1" }),
        line("Guide papier", "50.00", { vatRate: "5.50" }),
        line("Assurance tous risques", "60.00", { vatCategory: "E", vatRate: "0", vehicle: "GF-410-BQ" }),
      ],
    });
    expect(written(entry)).toEqual([
      "613500 70000",
      "445660 29000",
      "613500 60000",
      "615500 15000",
      "628000 5000",
      "445661 275",
      "616000 6000",
      "401000 -185275",
    ]);
    expect(entry.lines.map(({ vehicle }) => vehicle).slice(0, 4)).toEqual([
      "GF-410-BQ",
      null,
      "GH-087-XC",
      "GF-410-BQ",
    ]);
  });

  it("adds VAT that cannot be recovered to the charge, by vehicle or contract before the account", () => {
    const rule = (subject: string, recovery: "yes" | "no" | null, analyticCode = "") => ({
      rules: [{ subject, recovery, analyticCode }],
    });
    expect(written(book({}, { recovery: "no" }))).toEqual(["613500 120000", "401000 -120000"]);
    expect(written(book({}, rule("gf 410 bq", "no")))).toEqual(["613500 120000", "401000 -120000"]);
    expect(written(book({}, rule("CC-1", "no")))).toEqual(["613500 120000", "401000 -120000"]);
    expect(written(book({}, { recovery: "no", ...rule("CC-1", "yes") }))).toHaveLength(3);
    expect(book({}, { analyticCode: "A", ...rule("GF-410-BQ", null, "B") }).lines[0]?.analyticCode).toBe("B");
  });

  it("shares the stated VAT, and does not compute it again", () => {
    const entry = book(
      {
        totalWithVatMinor: 12_003n,
        totalWithoutVatMinor: 10_000n,
        vehicles: ["GF-410-BQ", "GH-087-XC"],
        contracts: [],
        vat: [{ category: "S", rate: "20", baseMinor: 10_000n, taxMinor: 2_003n }],
        lines: [
          line("Loyer", "33.333", { vehicle: "GF-410-BQ" }),
          line("Loyer", "66.667", { vehicle: "GH-087-XC" }),
        ],
      },
      { recovery: "yes", rules: [{ subject: "GF-410-BQ", recovery: "no", analyticCode: "" }] },
    );
    expect(written(entry)).toEqual(["613500 4001", "613500 6667", "445660 1335", "401000 -12003"]);
  });

  it("gives a discount on the whole invoice a line of its own, to complete", () => {
    const entry = book({
      totalWithVatMinor: 108_000n,
      totalWithoutVatMinor: 90_000n,
      vat: [{ category: "S", rate: "20", baseMinor: 90_000n, taxMinor: 18_000n }],
    });
    expect(written(entry)).toEqual([
      "613500 100000",
      "445660 18000",
      "471 -10000 not_on_lines",
      "401000 -108000",
    ]);
  });
});

describe("what the invoice or the settings do not say", () => {
  const none = { lines: [], contracts: [], vehicles: [] };
  it.each<[string, Partial<BookedInvoice>, Partial<AccountingSettings>, string[]]>([
    ["only the total", { ...none, vat: [], totalWithoutVatMinor: null }, {}, ["471 120000 gross_only"]],
    [
      "a total without and with VAT",
      { ...none, vat: [] },
      {},
      ["471 100000 no_lines", "471 20000 rate_unknown"],
    ],
    ["VAT without lines", none, {}, ["471 100000 no_lines", "445660 20000"]],
    ["a line without name", { lines: [line(null, "1000.00")] }, {}, ["471 100000 no_kind", "445660 20000"]],
    [
      "a line of two kinds",
      { lines: [line("Loyer et entretien", "1000.00")] },
      {},
      ["471 100000 no_kind", "445660 20000"],
    ],
    [
      "no account of this kind",
      {},
      { charges: { ...SETTINGS.charges, rent: "" } },
      ["471 100000 no_charge_account", "445660 20000"],
    ],
    ["no account of this rate", {}, { vatAccounts: {} }, ["613500 100000", "471 20000 no_vat_account"]],
    ["whether VAT is recoverable", {}, { recovery: null }, ["613500 100000", "471 20000 recovery_unknown"]],
    [
      "a total that its parts do not reach",
      { totalWithVatMinor: 120_001n },
      {},
      ["613500 100000", "445660 20000", "471 1 difference"],
    ],
    [
      "VAT that the customer declares",
      {
        totalWithVatMinor: 100_000n,
        vat: [{ category: "AE", rate: "0", baseMinor: 100_000n, taxMinor: 0n }],
        lines: [line("Loyer", "1000.00", { vatCategory: "AE", vatRate: "0" })],
      },
      {},
      ["613500 100000 reverse_charge"],
    ],
  ])("is marked and never guessed: %s", (_, change, settings, expected) => {
    const entry = book(change, settings);
    expect(written(entry).slice(0, -1)).toEqual(expected);
    expect(entry.lines.at(-1)).toMatchObject({ role: "supplier", gap: null });
    for (const { gap, label } of entry.lines) expect(label.startsWith("À compléter :")).toBe(gap !== null);
  });
});

describe("the kind of a line", () => {
  it.each([
    ["Loyer longue durée, Clio", "rent"],
    ["LOCATION DE VÉHICULE", "rent"],
    ["Entretien et pneumatiques", "maintenance"],
    ["Réparation", "maintenance"],
    ["Assurance tous risques", "insurance"],
    ["Franchise d’assurance, sinistre matériel", "other"],
    ["Loyer hors assurance", "rent"],
    ["Frais de gestion", "other"],
    ["Parent", "other"],
    ["Loyer, assurance comprise", null],
    ["  ", null],
    [null, null],
  ])("« %s » is %s", (name, kind) => {
    expect(lineKind(name)).toBe(kind);
  });
});
