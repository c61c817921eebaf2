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
import { bytesOf, makeCii, makeUbl } from "@/tests/unit/formats/made-files";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount({ siren: "732829320" }));
});

const deposit = (bytes: Uint8Array, metadata: DepositMetadata = {}) =>
  depositInvoice(supplier.keyViewer, { bytes, fileName: "f.xml" }, metadata, { dryRun: false });

const outcome = (result: DepositResult) =>
  result.ok ? result.outcome : result.reason === "refused" ? result.problems[0]?.type : result.reason;

const accountOfInvoice = () =>
  asOwner(async (sql) => (await sql`select account_id from invoices`)[0]?.account_id as string | undefined);

const setVatNumber = (one: TestAccount, number: string) =>
  asOwner((sql) => sql`update companies set vat_number = ${number} where id = ${one.companyId}`);

const CII_BUYER = /<ram:BuyerTradeParty>[\s\S]*<\/ram:BuyerTradeParty>/;
const cii = (buyer: string, reference = "") =>
  bytesOf(
    makeCii({ "<ram:BuyerReference>CLI-0007": `<ram:BuyerReference>${reference}` }).replace(
      CII_BUYER,
      `<ram:BuyerTradeParty><ram:Name>Client</ram:Name>${buyer}</ram:BuyerTradeParty>`,
    ),
  );
const UBL_BUYER = /<cac:AccountingCustomerParty>[\s\S]*<\/cac:AccountingCustomerParty>/;
const ubl = (buyer: string) =>
  bytesOf(
    makeUbl().replace(
      UBL_BUYER,
      `<cac:AccountingCustomerParty><cac:Party>${buyer}<cac:PartyName><cbc:Name>Client</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>`,
    ),
  );

const legal = (id: string, scheme = "") =>
  `<ram:SpecifiedLegalOrganization><ram:ID${scheme && ` schemeID="${scheme}"`}>${id}</ram:ID></ram:SpecifiedLegalOrganization>`;
const vat = (id: string) =>
  `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${id}</ram:ID></ram:SpecifiedTaxRegistration>`;
const address = (id: string, scheme: string) =>
  `<ram:URIUniversalCommunication><ram:URIID schemeID="${scheme}">${id}</ram:URIID></ram:URIUniversalCommunication>`;
const endpoint = (id: string, scheme: string) =>
  `<cbc:EndpointID schemeID="${scheme}">${id}</cbc:EndpointID>`;
const ublVat = (id: string) =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const ublLegal = (id: string, scheme = "") =>
  `<cac:PartyLegalEntity><cbc:CompanyID${scheme && ` schemeID="${scheme}"`}>${id}</cbc:CompanyID></cac:PartyLegalEntity>`;

/** The places where a file may name the SIREN 552100554. Another SIREN in any of them means another company. */
const WAYS: [string, (siren: string) => Uint8Array][] = [
  ["a legal identifier of scheme 0002", (siren) => cii(legal(siren, "0002"))],
  ["a SIRET of scheme 0009", (siren) => cii(legal(`${siren}00013`, "0009"))],
  ["a legal identifier without scheme", (siren) => cii(legal(siren))],
  ["a SIRET without scheme", (siren) => cii(legal(`${siren} 00013`))],
  ["a scheme written SIRET", (siren) => cii(legal(`${siren}00013`, "SIRET"))],
  ["a text that says SIRET", (siren) => cii(legal(`SIRET : ${siren}00013`))],
  ["a SIREN with zero width spaces", (siren) => cii(legal(siren.replace(/^.../, "$&\u200b"), "0002"))],
  ["a French VAT number", (siren) => cii(vat(`FR96${siren}`))],
  ["a French VAT number with spaces", (siren) => cii(vat(`fr 96 ${siren}`))],
  ["an electronic address of 0225", (siren) => cii(address(`${siren}_${siren}00013_SERVICE`, "0225"))],
  ["an electronic address of 0009", (siren) => cii(address(`${siren}00013`, "0009"))],
  ["an electronic address of 0002", (siren) => cii(address(siren, "0002"))],
  ["a legal identifier in UBL", (siren) => ubl(ublLegal(siren))],
  ["a VAT number in UBL", (siren) => ubl(ublVat(`FR96${siren}`))],
  ["an electronic address in UBL", (siren) => ubl(endpoint(siren, "0225"))],
];

describe("the buyer of a file", () => {
  it.each(["wrong-customer-vat-only.xml", "wrong-customer-siren-without-scheme.xml"])(
    "that is another company is refused: %s",
    async (name) => {
      const { customerNumber } = account;
      expect(outcome(await deposit(fieldFile(name), { customerNumber }))).toBe("buyer_contradicts_account");
      expect(outcome(await deposit(fieldFile(name), { customerNumber, confirmBuyer: true }))).toBe("created");
    },
  );

  it.each(WAYS)("that is another company by %s is refused", async (_, fileOf) => {
    const { customerNumber } = account;
    expect(outcome(await deposit(fileOf("552100554"), { customerNumber }))).toBe("buyer_contradicts_account");
  });

  it.each(WAYS)("is found by %s", async (_, fileOf) => {
    expect(outcome(await deposit(fileOf("732829320")))).toBe("created");
    expect(await accountOfInvoice()).toBe(account.id);
  });

  it("is found by a VAT number of another country, and by the SIREN in the VAT number of the account", async () => {
    const german = await makeAccount(supplier);
    await setVatNumber(german, "DE 123 456 789");
    expect(outcome(await deposit(cii(vat("DE123456789"))))).toBe("created");
    expect(await accountOfInvoice()).toBe(german.id);
    const french = await makeAccount(supplier);
    await setVatNumber(french, "FR96552100554");
    expect(outcome(await deposit(ubl(ublLegal("552100554"))))).toBe("created");
    const wrong = await deposit(cii(vat("DE999999999")), { customerNumber: german.customerNumber });
    expect(outcome(wrong)).toBe("buyer_contradicts_account");
  });

  it("is not taken for a French company because of nine digits from another country or of another scheme", async () => {
    const { customerNumber } = account;
    const norwegian = `${legal("552100554")}<ram:PostalTradeAddress><ram:CountryID>NO</ram:CountryID></ram:PostalTradeAddress>`;
    expect(outcome(await deposit(cii(norwegian), { customerNumber }))).toBe("created");
    expect(outcome(await deposit(ubl(endpoint("552100554", "0192")), { customerNumber }))).toBe("created");
  });
});

describe("a buyer reference that is a customer number", () => {
  it("decides when nothing contradicts it", async () => {
    const other = await makeAccount(supplier);
    expect(outcome(await deposit(cii("", other.customerNumber)))).toBe("created");
    expect(await accountOfInvoice()).toBe(other.id);
  });

  it("chooses among the accounts of the buyer", async () => {
    await asOwner(
      (sql) => sql`
        insert into accounts (id, supplier_id, company_id, customer_number, created_at, updated_at)
        values (gen_random_uuid(), ${supplier.id}, ${account.companyId}, 'second', now(), now())`,
    );
    expect(outcome(await deposit(cii(legal("732829320"))))).toBe("customer_ambiguous");
    expect(outcome(await deposit(cii(legal("732829320"), account.customerNumber)))).toBe("created");
    expect(await accountOfInvoice()).toBe(account.id);
  });

  it("never overrides a number of the buyer", async () => {
    const other = await makeAccount(supplier, { siren: "552100554" });
    expect(outcome(await deposit(cii(vat("FR44732829320"), other.customerNumber)))).toBe("created");
    expect(await accountOfInvoice()).toBe(account.id);
    expect(outcome(await deposit(cii(legal("356000000"), other.customerNumber)))).toBe(
      "buyer_contradicts_account",
    );
  });

  it("does not override a buyer identifier that contradicts it: the deposit is refused", async () => {
    const other = await makeAccount(supplier, { siren: "552100554" });
    const buyer = `<ram:ID>${other.customerNumber}</ram:ID>${legal("732829320")}`;
    expect(outcome(await deposit(cii(buyer)))).toBe("buyer_contradicts_account");
  });
});
