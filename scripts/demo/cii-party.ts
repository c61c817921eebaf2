import type { InvoiceParty, InvoiceSeller } from "./invoice-spec";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-4, the seller, with contact and electronic address. */
export function ciiSeller(seller: InvoiceSeller): XmlElement {
  return node("ram:SellerTradeParty", [
    leaf("ram:Name", seller.name),
    leaf("ram:Description", seller.legalForm),
    legalOrganization(seller.siren),
    node("ram:DefinedTradeContact", [
      leaf("ram:PersonName", "Service clients"),
      node("ram:TelephoneUniversalCommunication", [leaf("ram:CompleteNumber", seller.phone)]),
      node("ram:EmailURIUniversalCommunication", [leaf("ram:URIID", seller.email)]),
    ]),
    ...addressAndTax(seller),
  ]);
}

/** Makes BG-7, the buyer. */
export function ciiBuyer(buyer: InvoiceParty): XmlElement {
  return node("ram:BuyerTradeParty", [
    leaf("ram:Name", buyer.name),
    buyer.siren !== undefined && legalOrganization(buyer.siren),
    ...addressAndTax(buyer),
  ]);
}

function addressAndTax(party: InvoiceParty): (XmlElement | false)[] {
  return [
    node("ram:PostalTradeAddress", [
      leaf("ram:PostcodeCode", party.postcode),
      leaf("ram:LineOne", party.street),
      party.department !== undefined && leaf("ram:LineTwo", party.department),
      leaf("ram:CityName", party.city),
      leaf("ram:CountryID", "FR"),
    ]),
    // 0225: the addressing scheme of the French directory; here the address is only the SIREN.
    party.siren !== undefined &&
      node("ram:URIUniversalCommunication", [leaf("ram:URIID", party.siren, { schemeID: "0225" })]),
    party.vatNumber !== undefined &&
      node("ram:SpecifiedTaxRegistration", [leaf("ram:ID", party.vatNumber, { schemeID: "VA" })]),
  ];
}

/** Makes BT-30 or BT-47, the legal registration; 0002 is the SIREN register in ISO 6523. */
function legalOrganization(siren: string): XmlElement {
  return node("ram:SpecifiedLegalOrganization", [leaf("ram:ID", siren, { schemeID: "0002" })]);
}
