import type { InvoicePaths } from "@/lib/formats/invoice-paths";

/** OASIS UBL 2.1 Invoice and CreditNote, bound to EN 16931 by CEN/TS 16931-3-2. */
export const UBL_PATHS: InvoicePaths = {
  profile: "CustomizationID",
  number: "ID",
  issuedOn: "IssueDate",
  typeCode: "InvoiceTypeCode|CreditNoteTypeCode",
  currency: "DocumentCurrencyCode",
  // A UBL credit note has no DueDate element, so the other paths are needed.
  dueOn: [
    { each: "DueDate", date: "" },
    { each: "PaymentMeans", date: "PaymentDueDate" },
    {
      each: "PaymentTerms",
      date: "PaymentDueDate|InstallmentDueDate",
      note: "Note",
      discount: "SettlementDiscountPercent",
    },
  ],
  buyerReference: "BuyerReference",
  contracts: "ContractDocumentReference/ID",
  totalWithoutVat: "LegalMonetaryTotal/TaxExclusiveAmount",
  totalWithVat: "LegalMonetaryTotal/TaxInclusiveAmount",
  amountDue: "LegalMonetaryTotal/PayableAmount",
  vat: {
    each: "TaxTotal/TaxSubtotal",
    category: "TaxCategory/ID",
    rate: "TaxCategory/Percent",
    base: "TaxableAmount",
    tax: "TaxAmount",
  },
  payment: { each: "PaymentMeans", means: "PaymentMeansCode", account: "PayeeFinancialAccount/ID" },
  preceding: { each: "BillingReference/InvoiceDocumentReference", number: "ID", issuedOn: "IssueDate" },
  objects: {
    each: "AdditionalDocumentReference[DocumentTypeCode=130]",
    identifier: "ID",
    scheme: "ID/@schemeID",
  },
  seller: "AccountingSupplierParty/Party",
  buyer: "AccountingCustomerParty/Party",
  party: {
    name: ["PartyLegalEntity/RegistrationName", "PartyName/Name"],
    legalId: "PartyLegalEntity/CompanyID",
    identifiers: ["PartyIdentification/ID"],
    vatNumber: "PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID",
    taxNumbers: "PartyTaxScheme/CompanyID",
    electronicAddress: "EndpointID",
    country: "PostalAddress/Country/IdentificationCode",
  },
  line: {
    each: "InvoiceLine|CreditNoteLine",
    id: "ID",
    name: "Item/Name",
    quantity: "InvoicedQuantity|CreditedQuantity",
    netAmount: "LineExtensionAmount",
    vatCategory: "Item/ClassifiedTaxCategory/ID",
    vatRate: "Item/ClassifiedTaxCategory/Percent",
    periodFrom: "InvoicePeriod/StartDate",
    periodTo: "InvoicePeriod/EndDate",
    contracts: [],
    objects: {
      each: "DocumentReference[DocumentTypeCode=130]",
      identifier: "ID",
      scheme: "ID/@schemeID",
    },
    attributes: { each: "Item/AdditionalItemProperty", name: "Name", value: "Value" },
  },
};
