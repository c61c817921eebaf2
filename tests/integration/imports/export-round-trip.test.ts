import { beforeAll, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { csvLine, csvText } from "@/lib/csv-text";
import { exportPages, type ExportWords, exportWorkbook } from "@/lib/imports/export-accounts";
import { IMPORT_FIELDS, type ImportField } from "@/lib/imports/import-fields";
import { MESSAGES } from "@/messages/messages";
import { deposit, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { type ImportWorld, makeImportWorld, upload, verdicts } from "./import-world";

let world: ImportWorld;

beforeAll(async () => {
  await testDatabase().reset();
  world = await makeImportWorld();
  const { supplier } = world;
  await put(supplier, "00412", {
    companyName: '=Fournil & « Cie »; "SA"',
    siren: "732829320",
    siret: "73282932000074",
    vatNumber: "FR44732829320",
    routingCode: "007",
    electronicAddress: "732829320_COMPTA",
    checkedOn: "2026-11-02",
    email: "a@fournil.example",
    preference: "digest",
    locale: "en",
    adviser: { name: "'t Hooft", email: "h@loueur.example", phone: "01 02 03 04 05" },
  });
  await put(supplier, "12E3", { companyName: "Sans rien", channel: "paper" });
  await put(supplier, "C-3", { companyName: "Attend", email: "old@attend.example" });
  await deposit(supplier, "C-3");
  await put(supplier, "C-3", { email: "new@attend.example" });
});

const wordsOf = (locale: "fr" | "en"): ExportWords => {
  const { fields, values } = MESSAGES[locale].console.imports;
  const headings = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, String(fields[field])]));
  return { sheet: "Clients", headings: headings as Record<ImportField, string>, values: { ...values } };
};

it.each(["fr", "en"] as const)("an export in %s that is imported again changes nothing", async (locale) => {
  const { adviser } = world;
  const words = wordsOf(locale);
  let csv = csvLine(IMPORT_FIELDS.map((field) => csvText(words.headings[field])));
  for await (const rows of exportPages(adviser, words)) csv += rows.map(csvLine).join("");
  const workbook = await exportWorkbook(adviser, words, now());
  for (const file of [csv, workbook])
    expect(await verdicts(adviser, await upload(adviser, file))).toEqual({ 2: "same", 3: "same", 4: "same" });
});
