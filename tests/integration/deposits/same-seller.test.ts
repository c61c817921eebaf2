import { beforeEach, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import type { DepositResult } from "@/lib/deposits/deposit-result";
import { fieldFile } from "@/tests/support/field-file";
import {
  asOwner,
  makeAccount,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { bytesOf, makeCii } from "@/tests/unit/formats/made-files";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
});

function deposit(bytes: Uint8Array, change: DepositMetadata = {}) {
  const metadata = { customerNumber: account.customerNumber, ...change };
  return depositInvoice(supplier.keyViewer, { bytes, fileName: "f" }, metadata, { dryRun: false });
}

const outcome = (result: DepositResult) => (result.ok ? result.outcome : result.reason);

const SELLER = /<ram:SellerTradeParty>[\s\S]*<\/ram:SellerTradeParty>/;
/** A file with unique bytes whose seller is written like this. */
function fileOf(seller: string, number = "S-1"): Uint8Array {
  const xml = makeCii({ "LOY-2026-0042": number, "732 829 320 00074": "" });
  return bytesOf(xml.replace(SELLER, `<ram:SellerTradeParty>${seller}</ram:SellerTradeParty>`));
}

const name = (text: string) => `<ram:Name>${text}</ram:Name>`;
const legal = (id: string, scheme = "") =>
  `<ram:SpecifiedLegalOrganization><ram:ID${scheme && ` schemeID="${scheme}"`}>${id}</ram:ID></ram:SpecifiedLegalOrganization>`;
const vat = (id: string) =>
  `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${id}</ram:ID></ram:SpecifiedTaxRegistration>`;
const address = (id: string, scheme: string) =>
  `<ram:URIUniversalCommunication><ram:URIID schemeID="${scheme}">${id}</ram:URIID></ram:URIUniversalCommunication>`;

describe("a number that its seller used before", () => {
  it("is taken in two real files, the first without a seller and the second with a SIREN", async () => {
    const metadata: DepositMetadata = {
      number: "F-77",
      issuedOn: "2026-11-20",
      currency: "EUR",
      totalWithVat: "1200.00",
    };
    expect(outcome(await deposit(fieldFile("same-number-1.pdf"), metadata))).toBe("created");
    expect(outcome(await deposit(fieldFile("same-number-2-facturx-siren.pdf")))).toBe("number_taken");
  });

  const WAYS: [string, string][] = [
    ["a name", name("Garage Essai SARL")],
    ["the name in capitals with points", name("GARAGE ESSAI S.A.R.L.")],
    ["a SIREN", name("Garage Essai SARL") + legal("732829320", "0002")],
    ["a SIRET", name("Garage Essai, agence de Lyon") + legal("73282932000074", "0009")],
    ["a SIREN without scheme", name("G. Essai") + legal("732 829 320")],
    ["a French VAT number", name("Essai") + vat("FR 44 732829320")],
    ["an electronic address", name("Essai Lyon") + address("732829320_LYON", "0225")],
  ];

  it.each(WAYS.slice(2))("is taken when the seller was a SIREN and is now %s", async (_, seller) => {
    expect(outcome(await deposit(fileOf(WAYS[2]?.[1] ?? "")))).toBe("created");
    expect(outcome(await deposit(fileOf(`${seller}<!-- other bytes -->`)))).toBe("number_taken");
  });

  it.each(WAYS.slice(0, 3))("is taken when the seller was a name and is now %s", async (_, seller) => {
    expect(outcome(await deposit(fileOf(WAYS[0]?.[1] ?? "")))).toBe("created");
    expect(outcome(await deposit(fileOf(`${seller}<!-- other bytes -->`)))).toBe("number_taken");
  });

  it("is taken in another account when the first names no seller and the second the supplier", async () => {
    await asOwner((sql) => sql`update suppliers set siren = '732829320' where id = ${supplier.id}`);
    const metadata: DepositMetadata = {
      number: "S-1",
      issuedOn: "2026-11-20",
      currency: "EUR",
      totalWithVat: "1",
    };
    expect(outcome(await deposit(fieldFile("same-number-1.pdf"), metadata))).toBe("created");
    const other = { customerNumber: (await makeAccount(supplier)).customerNumber };
    expect(outcome(await deposit(fileOf(name("Essai") + vat("FR44732829320")), other))).toBe("number_taken");
    expect(outcome(await deposit(fileOf(name("Autre") + legal("552100554", "0002")), other))).toBe("created");
  });

  it("is taken when it differs only in invisible characters", async () => {
    expect(outcome(await deposit(fileOf(name("A"), "S\u200b-\u00ad1\ufeff")))).toBe("created");
    expect(outcome(await deposit(fileOf(name("A"))))).toBe("number_taken");
  });

  it("is free for a seller with another SIREN of the same name", async () => {
    expect(outcome(await deposit(fileOf(name("Essai") + legal("732829320", "0002"))))).toBe("created");
    expect(outcome(await deposit(fileOf(name("Essai") + legal("552100554", "0002"))))).toBe("created");
  });
});
