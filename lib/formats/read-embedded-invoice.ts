import { decodeXml } from "@/lib/formats/decode-xml";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { inflateStream } from "@/lib/formats/inflate-stream";
import { syntaxOf } from "@/lib/formats/invoice-syntax";
import { parseXml } from "@/lib/formats/parse-xml";
import type { PdfAttachment } from "@/lib/formats/survey-pdf";
import type { XmlElement } from "@/lib/formats/xml-element";

const MAX_XML_BYTES = 20 * 1024 * 1024;
const MAX_CANDIDATES = 10;

/** The file names prescribed by Factur-X 1.0, ZUGFeRD 1 and 2; case is ignored. */
const KNOWN_NAMES = new Set(["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]);

/**
 * The values of AFRelationship (ISO 32000-2, 14.13), preferred first. With Data and Source the page was made from the
 * XML; with Alternative the XML has the same content as the page.
 */
const RELATIONSHIPS = ["Data", "Source", "Alternative"];

/**
 * The invoice attached to a hybrid PDF: the first attachment whose root is a Cross Industry Invoice, trying prescribed
 * names first, then relationships, then the order of the name tree. Null when there is none. Refuses when an attachment
 * has a prescribed name but none can be read, because such a PDF promises data that it does not contain.
 */
export function readEmbeddedInvoice(
  attachments: PdfAttachment[],
): { name: string; bytes: Uint8Array; root: XmlElement } | null {
  let refusal: FormatRefusal | null = null;
  for (const attachment of candidatesOf(attachments)) {
    try {
      const bytes = inflateStream(attachment.stream, MAX_XML_BYTES);
      const root = parseXml(decodeXml(bytes));
      if (syntaxOf(root) === "cii") return { name: attachment.name, bytes, root };
      throw new FormatRefusal("unknown_root", root.name.slice(0, 80));
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
      if (isKnown(attachment)) {
        refusal ??= new FormatRefusal(
          error.reason,
          [attachment.name, error.detail].filter(Boolean).join(": "),
        );
      }
    }
  }
  if (refusal) throw refusal;
  return null;
}

function candidatesOf(attachments: PdfAttachment[]): PdfAttachment[] {
  return attachments
    .filter(({ name }) => name.toLowerCase().endsWith(".xml"))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_CANDIDATES);
}

function rank(attachment: PdfAttachment): number {
  const relationship = RELATIONSHIPS.indexOf(attachment.relationship ?? "");
  return (isKnown(attachment) ? 0 : 10) + (relationship === -1 ? RELATIONSHIPS.length : relationship);
}

function isKnown({ name }: PdfAttachment): boolean {
  return KNOWN_NAMES.has(name.toLowerCase());
}
