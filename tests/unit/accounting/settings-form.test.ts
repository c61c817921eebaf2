import { describe, expect, it } from "vitest";
import { readSettingsForm } from "@/lib/accounting/read-settings-form";
import { MAX_RULES, readVehicleRules, writeVehicleRules } from "@/lib/accounting/vehicle-rules";
import { formatDate } from "@/lib/dates";

const FORM = {
  ...{ journal: " AC ", supplierAccount: "401000", supplierAuxiliary: "", suspenseAccount: "" },
  ...{ rent: "6135", maintenance: "", insurance: "", other: "", recovery: "no", analyticCode: "Flotte 1" },
  ...{ startsOn: "01/12/2026", vatRate1: "20.0", vatAccount1: "445660", vatRate2: "10", vatAccount2: "" },
};

describe("the form of the accounting settings", () => {
  it("is read with empty fields as not said, and the suspense account of the chart of accounts", () => {
    expect(readSettingsForm(FORM)).toEqual({
      ok: true,
      settings: {
        ...{ journal: "AC", supplierAccount: "401000", supplierAuxiliary: "", suspenseAccount: "471" },
        charges: { rent: "6135", maintenance: "", insurance: "", other: "" },
        ...{
          vatAccounts: { "20": "445660" },
          recovery: "no",
          analyticCode: "Flotte 1",
          startsOn: "2026-12-01",
        },
      },
    });
  });

  it("reads a first day as the page shows it in its field, in every language", () => {
    const shown = formatDate("2026-12-01", "fr");
    expect(readSettingsForm({ ...FORM, startsOn: shown })).toMatchObject({
      settings: { startsOn: "2026-12-01" },
    });
  });

  it("names every field that cannot be used", () => {
    const wrong = {
      journal: "=A",
      supplierAccount: "4 01",
      rent: "6".repeat(21),
      vatAccount1: "é",
      startsOn: "31/02/2026",
    };
    expect(readSettingsForm({ ...FORM, ...wrong, analyticCode: "x".repeat(31) })).toEqual({
      ok: false,
      reason: "invalid",
      fields: ["journal", "supplierAccount", "startsOn", "rent", "vatAccount1", "analyticCode"],
    });
  });
});

describe("the list of vehicles and contracts", () => {
  it("is read as typed or pasted, the last line of a subject wins", () => {
    const read = readVehicleRules("GF-410-BQ ; non ; A1\r\n\nCC-1\toui\ngf 410 bq;Oui;\nCC-2;;B;;\n");
    expect(read).toEqual({
      ok: true,
      rules: [
        { subject: "gf 410 bq", recovery: "yes", analyticCode: "" },
        { subject: "CC-1", recovery: "yes", analyticCode: "" },
        { subject: "CC-2", recovery: null, analyticCode: "B" },
      ],
    });
    if (!read.ok) return;
    const text = writeVehicleRules(read.rules, { yes: "oui", no: "non" });
    expect(text).toBe("gf 410 bq ; oui\nCC-1 ; oui\nCC-2 ;  ; B");
    expect(readVehicleRules(text)).toEqual(read);
  });

  it.each(["GF-410-BQ ; peut-être", " ; oui", "A1;oui;B;C", `A1;;${"x".repeat(31)}`, "A1\u0007;oui"])(
    "is refused with the number of the line: %j",
    (wrong) => {
      expect(readVehicleRules(`CC-1;oui\n${wrong}`)).toEqual({
        ok: false,
        reason: "rule_unreadable",
        line: 2,
      });
    },
  );

  it("has a limit", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `CC-${at};oui`).join("\n");
    expect(readVehicleRules(lines(MAX_RULES)).ok).toBe(true);
    expect(readVehicleRules(lines(MAX_RULES + 1))).toMatchObject({
      reason: "too_many_rules",
      line: MAX_RULES + 1,
    });
  });
});
