import type { InvoiceSpec } from "./invoice-spec";
import { escapeXml } from "./xml-element";

/** The content of the XMP packet of a demo PDF. */
export interface XmpFacts {
  title: string;
  author: string;
  /** The day of issue, not the current time, so that the same invoice gives the same file. */
  issuedOn: string;
  /** The name of the embedded XML; without it the packet has no Factur-X part. */
  xmlName?: string;
}

/** Returns the metadata common to all PDFs of an invoice. */
export function xmpFactsOf(spec: InvoiceSpec): XmpFacts {
  const kind = spec.type === "credit_note" ? "Avoir" : "Facture";
  return { title: `${kind} ${spec.number}`, author: spec.seller.name, issuedOn: spec.issuedOn };
}

/** Returns the XMP for PDF/A-3B with the Factur-X extension schema (Factur-X 1.0, 6.2.2; ISO 19005-3, 6.6.2). */
export function xmpPacket(facts: XmpFacts): string {
  const instant = `${facts.issuedOn}T00:00:00Z`;
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${instant}</xmp:CreateDate>
<xmp:ModifyDate>${instant}</xmp:ModifyDate>
<xmp:CreatorTool>E-Facture, documents de démonstration</xmp:CreatorTool>
</rdf:Description>${facts.xmlName === undefined ? "" : facturX(facts.xmlName)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

const PROPERTIES: [name: string, description: string][] = [
  ["DocumentFileName", "name of the embedded XML invoice file"],
  ["DocumentType", "INVOICE"],
  ["Version", "version of the Factur-X data"],
  ["ConformanceLevel", "conformance level of the Factur-X data"],
];

function facturX(xmlName: string): string {
  const properties = PROPERTIES.map(
    ([name, description]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
  ).join("\n");
  return `
<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">
<fx:DocumentType>INVOICE</fx:DocumentType>
<fx:DocumentFileName>${escapeXml(xmlName)}</fx:DocumentFileName>
<fx:Version>1.0</fx:Version>
<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${properties}
</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}
