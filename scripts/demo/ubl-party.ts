import type { InvoiceParty, InvoiceSeller, InvoiceSpec } from "./invoice-spec";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-4, the seller. */
export function ublSeller(seller: InvoiceSeller, payment: InvoiceSpec["payment"]): XmlElement {
  return node("cac:AccountingSupplierParty", [
    node("cac:Party", [
      leaf("cbc:EndpointID", seller.siren, { schemeID: "0225" }),
      // In UBL, BT-90 is one of the seller's identifiers.
      payment === "direct_debit" &&
        node("cac:PartyIdentification", [leaf("cbc:ID", seller.creditorId, { schemeID: "SEPA" })]),
      ...addressAndTax(seller),
      node("cac:PartyLegalEntity", [
        leaf("cbc:RegistrationName", seller.name),
        leaf("cbc:CompanyID", seller.siren, { schemeID: "0002" }),
        leaf("cbc:CompanyLegalForm", seller.legalForm),
      ]),
      node("cac:Contact", [
        leaf("cbc:Name", "Service clients"),
        leaf("cbc:Telephone", seller.phone),
        leaf("cbc:ElectronicMail", seller.email),
      ]),
    ]),
  ]);
}

/** Makes BG-7, the buyer. */
export function ublBuyer(buyer: InvoiceParty): XmlElement {
  return node("cac:AccountingCustomerParty", [
    node("cac:Party", [
      buyer.siren !== undefined && leaf("cbc:EndpointID", buyer.siren, { schemeID: "0225" }),
      ...addressAndTax(buyer),
      node("cac:PartyLegalEntity", [
        leaf("cbc:RegistrationName", buyer.name),
        buyer.siren !== undefined && leaf("cbc:CompanyID", buyer.siren, { schemeID: "0002" }),
      ]),
    ]),
  ]);
}

function addressAndTax(party: InvoiceParty): (XmlElement | false)[] {
  return [
    node("cac:PostalAddress", [
      leaf("cbc:StreetName", party.street),
      party.department !== undefined && leaf("cbc:AdditionalStreetName", party.department),
      leaf("cbc:CityName", party.city),
      leaf("cbc:PostalZone", party.postcode),
      node("cac:Country", [leaf("cbc:IdentificationCode", "FR")]),
    ]),
    party.vatNumber !== undefined &&
      node("cac:PartyTaxScheme", [
        leaf("cbc:CompanyID", party.vatNumber),
        node("cac:TaxScheme", [leaf("cbc:ID", "VAT")]),
      ]),
  ];
}
