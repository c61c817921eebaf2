import type { InvoicePaths } from "@/lib/formats/invoice-paths";

/** After a "|" comes the name that ZUGFeRD 1 uses for the same element. */
export const DOCUMENT = "ExchangedDocument|HeaderExchangedDocument";
export const TRADE = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction";
export const AGREEMENT = `${TRADE}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement`;
export const SETTLEMENT = `${TRADE}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement`;
export const TOTALS = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation`;
const LINE_AGREEMENT = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement";
const LINE_DELIVERY = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery";
const LINE_SETTLEMENT = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement";
const LINE_VAT = `${LINE_SETTLEMENT}/ApplicableTradeTax`;
const LINE_PERIOD = `${LINE_SETTLEMENT}/BillingSpecifiedPeriod`;
const LINE_TOTALS =
  "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount";

/** UN/CEFACT Cross Industry Invoice, mapped to EN 16931 by CEN/TS 16931-3-3, and its ZUGFeRD 1 variants. */
export const CII_PATHS: InvoicePaths = {
  profile:
    "ExchangedDocumentContext|SpecifiedExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID",
  number: `${DOCUMENT}/ID`,
  issuedOn: `${DOCUMENT}/IssueDateTime/DateTimeString`,
  typeCode: `${DOCUMENT}/TypeCode`,
  currency: `${SETTLEMENT}/InvoiceCurrencyCode`,
  dueOn: [
    {
      each: `${SETTLEMENT}/SpecifiedTradePaymentTerms`,
      date: "DueDateDateTime/DateTimeString|DateTime",
      note: "Description",
      discount: "ApplicableTradePaymentDiscountTerms",
    },
  ],
  buyerReference: `${AGREEMENT}/BuyerReference`,
  contracts: `${AGREEMENT}/ContractReferencedDocument/IssuerAssignedID|ID`,
  totalWithoutVat: `${TOTALS}/TaxBasisTotalAmount`,
  totalWithVat: `${TOTALS}/GrandTotalAmount`,
  amountDue: `${TOTALS}/DuePayableAmount`,
  vat: {
    each: `${SETTLEMENT}/ApplicableTradeTax`,
    category: "CategoryCode",
    rate: "RateApplicablePercent|ApplicablePercent",
    base: "BasisAmount",
    tax: "CalculatedAmount",
  },
  payment: {
    each: `${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`,
    means: "TypeCode",
    account: "PayeePartyCreditorFinancialAccount/IBANID|ProprietaryID",
  },
  preceding: {
    each: `${SETTLEMENT}/InvoiceReferencedDocument`,
    number: "IssuerAssignedID|ID",
    issuedOn: "FormattedIssueDateTime/DateTimeString",
  },
  objects: {
    each: `${AGREEMENT}/AdditionalReferencedDocument[TypeCode=130]`,
    identifier: "IssuerAssignedID|ID",
    scheme: "ReferenceTypeCode",
  },
  seller: `${AGREEMENT}/SellerTradeParty`,
  buyer: `${AGREEMENT}/BuyerTradeParty`,
  party: {
    name: ["Name"],
    legalId: "SpecifiedLegalOrganization/ID",
    identifiers: ["ID", "GlobalID"],
    vatNumber: "SpecifiedTaxRegistration[ID/@schemeID=VA]/ID",
    taxNumbers: "SpecifiedTaxRegistration/ID",
    electronicAddress: "URIUniversalCommunication/URIID",
    country: "PostalTradeAddress/CountryID",
  },
  line: {
    each: `${TRADE}/IncludedSupplyChainTradeLineItem`,
    id: "AssociatedDocumentLineDocument/LineID",
    name: "SpecifiedTradeProduct/Name",
    description: "SpecifiedTradeProduct/Description",
    notes: "AssociatedDocumentLineDocument/IncludedNote/Content",
    quantity: `${LINE_DELIVERY}/BilledQuantity`,
    netAmount: `${LINE_SETTLEMENT}/${LINE_TOTALS}`,
    vatCategory: `${LINE_VAT}/CategoryCode`,
    vatRate: `${LINE_VAT}/RateApplicablePercent|ApplicablePercent`,
    periodFrom: `${LINE_PERIOD}/StartDateTime/DateTimeString`,
    periodTo: `${LINE_PERIOD}/EndDateTime/DateTimeString`,
    contracts: [`${LINE_AGREEMENT}/ContractReferencedDocument/IssuerAssignedID|ID`],
    objects: {
      each: `${LINE_SETTLEMENT}/AdditionalReferencedDocument[TypeCode=130]`,
      identifier: "IssuerAssignedID|ID",
      scheme: "ReferenceTypeCode",
    },
    attributes: {
      each: "SpecifiedTradeProduct/ApplicableProductCharacteristic",
      name: "Description",
      value: "Value",
    },
  },
};
