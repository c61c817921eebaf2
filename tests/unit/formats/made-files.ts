import { deflateSync } from "node:zlib";
import { AFRelationship, PDFDocument } from "@cantoo/pdf-lib";

/** A small Cross Industry Invoice of invented companies; `changes` replaces texts in it. */
export function makeCii(changes: Record<string, string> = {}): string {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
  xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
    <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
  </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>LOY-2026-0042</ram:ID><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20261120</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>Loyer, véhicule électrique</ram:Name>
        <ram:ApplicableProductCharacteristic><ram:Description>Immatriculation</ram:Description><ram:Value>GA-123-BC</ram:Value></ram:ApplicableProductCharacteristic>
        <ram:ApplicableProductCharacteristic><ram:Description>N° de contrat</ram:Description><ram:Value>C-778</ram:Value></ram:ApplicableProductCharacteristic>
      </ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="MON">1.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>1000.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
        <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>GB-456-CD</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>ABZ</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:BuyerReference>CLI-0007</ram:BuyerReference>
      <ram:SellerTradeParty><ram:Name>Loueur &amp; Fils</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">123456782</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">9912</ram:ID></ram:SpecifiedTaxRegistration>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR11123456782</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:ID>CLI-0007</ram:ID><ram:Name>Boulangerie Épi d'Or</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">732 829 320 00074</ram:ID></ram:SpecifiedLegalOrganization>
      </ram:BuyerTradeParty>
      <ram:ContractReferencedDocument><ram:IssuerAssignedID>C-777</ram:IssuerAssignedID></ram:ContractReferencedDocument>
      <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>FZ-001-AA</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>ABZ</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
      <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>POD-9</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20261220</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:TaxBasisTotalAmount>1000.00</ram:TaxBasisTotalAmount><ram:GrandTotalAmount>1200.00</ram:GrandTotalAmount><ram:DuePayableAmount>1200.00</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
      <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>LOY-2026-0041</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`;
  return replaceAll(xml, changes);
}

/** The same kind of invoice in UBL. */
export function makeUbl(changes: Record<string, string> = {}): string {
  const xml = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>U-1</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate>
  <cbc:DueDate>2026-12-20+01:00</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>U-0</cbc:ID><cbc:IssueDate>2026-10-20</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>
  <cac:ContractDocumentReference><cbc:ID>C-9</cbc:ID></cac:ContractDocumentReference>
  <cac:AdditionalDocumentReference><cbc:ID schemeID="ABZ">GC-789-EF</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>FR11123456782</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Loueur et Fils</cbc:RegistrationName><cbc:CompanyID schemeID="0002">123456782</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyIdentification><cbc:ID>CLI-0007</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Épi d'Or</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">10.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">12.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">12.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">10.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Entretien</cbc:Name><cac:AdditionalItemProperty><cbc:Name>Plaque</cbc:Name><cbc:Value>GD-012-GH</cbc:Value></cac:AdditionalItemProperty></cac:Item></cac:InvoiceLine>
</Invoice>`;
  return replaceAll(xml, changes);
}

export interface Attachment {
  name: string;
  content: string | Uint8Array;
  relationship?: AFRelationship;
}

/** A one-page PDF with the attachments. */
export async function makePdf(attachments: Attachment[] = []): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  for (const { name, content, relationship = AFRelationship.Alternative } of attachments) {
    await pdf.attach(Buffer.from(content), name, { mimeType: "text/xml", afRelationship: relationship });
  }
  return pdf;
}

/** A PDF written object by object, its catalog first; `extra` adds keys to the catalog. */
export function makeRawPdf(extra: string, objects: (string | Uint8Array)[] = []): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${extra}>>endobj\n`),
      Buffer.from("2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"),
      ...objects.map((object) => Buffer.from(object)),
      Buffer.from("trailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n"),
    ]),
  );
}

/** A compressed stream object that inflates to this many zero bytes, a thousand times its own size. */
export function makeBomb(dict: string, inflatedBytes: number): Uint8Array {
  return deflatedStream(dict, Buffer.alloc(inflatedBytes));
}

/** An object stream, by default of one object: its number, offset 0 and the object. */
export function makeObjectStream(content: string, count = 1, first = 4): Uint8Array {
  return deflatedStream(`/Type/ObjStm/N ${count}/First ${first}`, Buffer.from(content));
}

function deflatedStream(dict: string, content: Buffer): Uint8Array {
  const deflated = deflateSync(content, { level: 1 });
  return Buffer.concat([
    Buffer.from(`4 0 obj<<${dict}/Filter/FlateDecode/Length ${deflated.length}>>stream\n`),
    deflated,
    Buffer.from("\nendstream endobj\n"),
  ]);
}

export function bytesOf(text: string, encoding: BufferEncoding = "utf8"): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

function replaceAll(xml: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`Nothing to replace: ${from}`);
    return text.replaceAll(from, () => to);
  }, xml);
}
