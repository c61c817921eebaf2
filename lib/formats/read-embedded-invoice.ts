import { decodeXml } from "@/lib/formats/decode-xml";
import { detectContainer } from "@/lib/formats/detect-container";
import { findInvoiceRoot } from "@/lib/formats/find-invoice-root";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { inflateStart, inflateStream } from "@/lib/formats/inflate-stream";
import { type InvoiceSyntax, ROOT_NAMESPACES } from "@/lib/formats/invoice-syntax";
import { parseXml } from "@/lib/formats/parse-xml";
import type { PdfAttachment } from "@/lib/formats/survey-pdf";
import type { XmlElement } from "@/lib/formats/xml-element";

const MAX_XML_BYTES = 20 * 1024 * 1024;
/** How many attachments of other names are opened to see what they are, and how many are read as invoices. */
const MAX_OPENED_ATTACHMENTS = 200;
const MAX_READ_ATTACHMENTS = 5;

/** For an attachment without a name, so that it can be downloaded. */
const NO_NAME = "invoice.xml";

/** The file names prescribed by Factur-X 1.0, ZUGFeRD 1 and 2; case is ignored. */
const KNOWN_NAMES = new Set(["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]);

/**
 * The values of AFRelationship (ISO 32000-2, 14.13), preferred first. With Data and Source the page was made from the
 * XML; with Alternative the XML has the same content as the page.
 */
const RELATIONSHIPS = ["Data", "Source", "Alternative"];

export interface EmbeddedInvoice {
  name: string;
  bytes: Uint8Array;
  root: XmlElement;
  syntax: InvoiceSyntax;
  stream: PdfAttachment["stream"];
  /** Names of other attachments that are invoices too. */
  unused: string[];
}

/**
 * The invoice attached to a hybrid PDF, under any name: the first attachment that is an invoice in a known syntax,
 * trying prescribed names first, then relationships, then the order of the name tree. Null when there is none. Refuses
 * when an attachment has a prescribed name but none can be read, because such a PDF promises data that it does not
 * contain.
 */
export function readEmbeddedInvoice(attachments: PdfAttachment[]): EmbeddedInvoice | null {
  let refusal: FormatRefusal | null = null;
  const others = attachments.filter((attachment) => !isKnown(attachment)).slice(0, MAX_OPENED_ATTACHMENTS);
  const candidates = [...attachments.filter(isKnown), ...others.filter(startsAsInvoice)].sort(
    (a, b) => rank(a) - rank(b),
  );
  for (const [at, attachment] of candidates.slice(0, MAX_READ_ATTACHMENTS).entries()) {
    try {
      const bytes = inflateStream(attachment.stream, MAX_XML_BYTES);
      const unused = candidates.slice(at + 1).map(({ name }) => name);
      return {
        name: attachment.name || NO_NAME,
        bytes,
        unused,
        stream: attachment.stream,
        ...findInvoiceRoot(parseXml(decodeXml(bytes))),
      };
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

/** Whether the attachment's first bytes are XML with the namespace of an invoice. */
function startsAsInvoice(attachment: PdfAttachment): boolean {
  const start = inflateStart(attachment.stream);
  if (start === null || detectContainer(start) !== "xml") return false;
  const text = Buffer.from(start).toString("latin1").replaceAll("\0", "");
  return ROOT_NAMESPACES.some((namespace) => text.includes(namespace));
}

function rank(attachment: PdfAttachment): number {
  const relationship = RELATIONSHIPS.indexOf(attachment.relationship ?? "");
  return (isKnown(attachment) ? 0 : 10) + (relationship === -1 ? RELATIONSHIPS.length : relationship);
}

function isKnown({ name }: PdfAttachment): boolean {
  return KNOWN_NAMES.has(name.toLowerCase());
}
