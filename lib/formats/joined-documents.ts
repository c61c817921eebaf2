import { FormatRefusal } from "@/lib/formats/format-refusal";
import { canInflate, inflateStream } from "@/lib/formats/inflate-stream";
import type { PdfAttachment } from "@/lib/formats/survey-pdf";
import { readText, type XmlElement } from "@/lib/formats/xml-element";
import { withoutInvisible } from "@/lib/invisible-text";

/** A document that its supplier joined to an invoice. */
export interface JoinedDocument {
  name: string;
  /** The media type that the file states; null when it states none. */
  mediaType: string | null;
  bytes: Uint8Array;
}

/** A joined document that was found but not decoded yet. */
interface FoundDocument extends Omit<JoinedDocument, "bytes"> {
  decode(): Uint8Array;
}

const MAX_DOCUMENTS = 100;
const MAX_BYTES = 20 * 1024 * 1024;

/** The elements of BT-125 in CII and in UBL, in any reference to a document: in the header, a contract or a line. */
const BINARY_OBJECTS = new Set(["AttachmentBinaryObject", "EmbeddedDocumentBinaryObject"]);

/**
 * The documents joined to an invoice, in a stable order: the other files in its PDF, then those in its XML (BG-24). The
 * invoice data itself (`invoice.stream`) is not among them.
 */
export function findJoinedDocuments(
  attachments: readonly PdfAttachment[],
  invoice: { stream: PdfAttachment["stream"] | null; root: XmlElement | null },
): FoundDocument[] {
  const inPdf = attachments
    .filter(({ stream }) => stream !== invoice.stream && canInflate(stream))
    .map(({ name, mediaType, stream }) => ({
      name,
      mediaType,
      decode: () => inflateStream(stream, MAX_BYTES),
    }));
  const inXml = invoice.root ? findBinaryObjects(invoice.root) : [];
  return [...inPdf, ...inXml]
    .slice(0, MAX_DOCUMENTS)
    .map((document, index) => ({ ...document, name: safeName(document.name) || `document-${index + 1}` }));
}

/** Opens the document with this number, counted from 1; null when there is none, or its bytes cannot be read. */
export function openJoinedDocument(
  documents: readonly FoundDocument[],
  number: number,
): JoinedDocument | null {
  const document = documents[number - 1];
  if (!document) return null;
  try {
    return { name: document.name, mediaType: document.mediaType, bytes: document.decode() };
  } catch (error) {
    if (error instanceof FormatRefusal) return null;
    throw error;
  }
}

function findBinaryObjects(root: XmlElement): FoundDocument[] {
  const found: FoundDocument[] = [];
  const waiting = [{ element: root, ancestors: [] as XmlElement[] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, ancestors } = next;
    if (BINARY_OBJECTS.has(element.name) && element.text.trim() !== "") {
      const { filename, mimeCode } = element.attributes;
      found.push({
        name: filename ?? nameOf(ancestors),
        mediaType: mimeCode ?? null,
        decode: () => Buffer.from(element.text, "base64"),
      });
    }
    const parents = [element, ...ancestors].slice(0, 2);
    // Pushed in reverse order, so that they come out in document order.
    for (const child of element.children.toReversed()) waiting.push({ element: child, ancestors: parents });
  }
  return found;
}

/** BT-122 and BT-123: the reference that carries the document, or the attachment around it. */
function nameOf(ancestors: readonly XmlElement[]): string {
  const paths = ["Name", "DocumentDescription", "IssuerAssignedID", "ID"];
  return ancestors.flatMap((parent) => paths.flatMap((path) => readText(parent, path) ?? []))[0] ?? "";
}

/** The last part of a path, without characters that could hide its real extension. */
function safeName(name: string): string {
  const last = withoutInvisible(name).split(/[/\\]/).at(-1) ?? "";
  return last
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 150);
}
