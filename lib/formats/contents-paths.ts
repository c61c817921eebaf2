import { AGREEMENT, CII_PATHS, DOCUMENT, SETTLEMENT, TOTALS, TRADE } from "@/lib/formats/cii-paths";
import type { ContentsLine, ContentsTotals } from "@/lib/formats/invoice-contents";
import type { DueDatePaths, InvoicePaths, PartyPaths } from "@/lib/formats/invoice-paths";
import { UBL_PATHS } from "@/lib/formats/ubl-paths";

/** The paths of each syntax to the fields of `InvoiceContents`, named after the EN 16931 terms. */
export interface ContentsPaths {
  currency: string;
  notes: string;
  orderReference: string;
  buyerReference: string;
  externalDocuments: string;
  dueOn: readonly DueDatePaths[];
  deliveredOn: string;
  periodFrom: string;
  periodTo: string;
  seller: string;
  buyer: string;
  party: PartyPaths;
  streets: readonly string[];
  postcode: string;
  city: string;
  lines: string;
  line: Record<keyof ContentsLine, string>;
  allowance: { each: string; isCharge: string; reason: string; amount: string };
  vat: InvoicePaths["vat"] & { exemption: string };
  totals: Record<keyof ContentsTotals, string>;
  paymentTerms: string;
  paymentAccount: string;
}

const CII_PERIOD = `${SETTLEMENT}/BillingSpecifiedPeriod`;
const CII_PRICE = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice";

/** UN/CEFACT Cross Industry Invoice (CEN/TS 16931-3-3), and its ZUGFeRD 1 variants. */
export const CII_CONTENTS: ContentsPaths = {
  currency: CII_PATHS.currency,
  notes: `${DOCUMENT}/IncludedNote/Content`,
  orderReference: `${AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID|ID`,
  buyerReference: CII_PATHS.buyerReference,
  externalDocuments: `${AGREEMENT}/AdditionalReferencedDocument/URIID`,
  dueOn: CII_PATHS.dueOn,
  deliveredOn: `${TRADE}/ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
  periodFrom: `${CII_PERIOD}/StartDateTime/DateTimeString`,
  periodTo: `${CII_PERIOD}/EndDateTime/DateTimeString`,
  seller: CII_PATHS.seller,
  buyer: CII_PATHS.buyer,
  party: CII_PATHS.party,
  streets: ["LineOne", "LineTwo", "LineThree"].map((line) => `PostalTradeAddress/${line}`),
  postcode: "PostalTradeAddress/PostcodeCode",
  city: "PostalTradeAddress/CityName",
  lines: CII_PATHS.line.each,
  line: {
    id: CII_PATHS.line.id,
    name: CII_PATHS.line.name,
    description: CII_PATHS.line.description,
    quantity: CII_PATHS.line.quantity,
    unit: `${CII_PATHS.line.quantity}/@unitCode`,
    unitPrice: `${CII_PRICE}/ChargeAmount`,
    priceQuantity: `${CII_PRICE}/BasisQuantity`,
    vatCategory: CII_PATHS.line.vatCategory,
    vatRate: CII_PATHS.line.vatRate,
    netAmount: CII_PATHS.line.netAmount,
  },
  allowance: {
    each: `${SETTLEMENT}/SpecifiedTradeAllowanceCharge`,
    isCharge: "ChargeIndicator/Indicator",
    reason: "Reason",
    amount: "ActualAmount",
  },
  vat: { ...CII_PATHS.vat, exemption: "ExemptionReason" },
  totals: {
    lines: `${TOTALS}/LineTotalAmount`,
    allowances: `${TOTALS}/AllowanceTotalAmount`,
    charges: `${TOTALS}/ChargeTotalAmount`,
    withoutVat: CII_PATHS.totalWithoutVat,
    vat: `${TOTALS}/TaxTotalAmount`,
    withVat: CII_PATHS.totalWithVat,
    prepaid: `${TOTALS}/TotalPrepaidAmount`,
    rounding: `${TOTALS}/RoundingAmount`,
    due: CII_PATHS.amountDue,
  },
  paymentTerms: `${SETTLEMENT}/SpecifiedTradePaymentTerms/Description`,
  paymentAccount: `${CII_PATHS.payment.each}/${CII_PATHS.payment.account}`,
};

/** OASIS UBL 2.1 Invoice and CreditNote (CEN/TS 16931-3-2). */
export const UBL_CONTENTS: ContentsPaths = {
  currency: UBL_PATHS.currency,
  notes: "Note",
  orderReference: "OrderReference/ID",
  buyerReference: UBL_PATHS.buyerReference,
  externalDocuments: "AdditionalDocumentReference/Attachment/ExternalReference/URI",
  dueOn: UBL_PATHS.dueOn,
  deliveredOn: "Delivery/ActualDeliveryDate",
  periodFrom: "InvoicePeriod/StartDate",
  periodTo: "InvoicePeriod/EndDate",
  seller: UBL_PATHS.seller,
  buyer: UBL_PATHS.buyer,
  party: UBL_PATHS.party,
  streets: ["StreetName", "AdditionalStreetName", "AddressLine/Line"].map((line) => `PostalAddress/${line}`),
  postcode: "PostalAddress/PostalZone",
  city: "PostalAddress/CityName",
  lines: UBL_PATHS.line.each,
  line: {
    id: UBL_PATHS.line.id,
    name: UBL_PATHS.line.name,
    description: UBL_PATHS.line.description,
    quantity: UBL_PATHS.line.quantity,
    unit: `${UBL_PATHS.line.quantity}/@unitCode`,
    unitPrice: "Price/PriceAmount",
    priceQuantity: "Price/BaseQuantity",
    vatCategory: UBL_PATHS.line.vatCategory,
    vatRate: UBL_PATHS.line.vatRate,
    netAmount: UBL_PATHS.line.netAmount,
  },
  allowance: {
    each: "AllowanceCharge",
    isCharge: "ChargeIndicator",
    reason: "AllowanceChargeReason",
    amount: "Amount",
  },
  vat: { ...UBL_PATHS.vat, exemption: "TaxCategory/TaxExemptionReason" },
  totals: {
    lines: "LegalMonetaryTotal/LineExtensionAmount",
    allowances: "LegalMonetaryTotal/AllowanceTotalAmount",
    charges: "LegalMonetaryTotal/ChargeTotalAmount",
    withoutVat: UBL_PATHS.totalWithoutVat,
    vat: "TaxTotal/TaxAmount",
    withVat: UBL_PATHS.totalWithVat,
    prepaid: "LegalMonetaryTotal/PrepaidAmount",
    rounding: "LegalMonetaryTotal/PayableRoundingAmount",
    due: UBL_PATHS.amountDue,
  },
  paymentTerms: "PaymentTerms/Note",
  paymentAccount: `${UBL_PATHS.payment.each}/${UBL_PATHS.payment.account}`,
};
