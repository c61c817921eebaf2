import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

export interface PdfAttachment {
  name: string;
  relationship: string | null;
  stream: PDFRawStream;
}

/** Actions and annotations that run, launch or send something (ISO 32000-2, 12.5.6 and 12.6.4). */
const ACTIVE_ACTIONS = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "Rendition",
  "RichMediaExecute",
]);
const ACTIVE_ANNOTATIONS = new Set(["RichMedia", "3D", "Movie", "Screen"]);

/**
 * Walks all objects reachable from the catalog, embedded files first. Returns the embedded files in that order, and
 * whether the PDF has active content. Nothing is run or changed.
 */
export function surveyPdf(
  context: PDFContext,
  catalog: PDFDict,
): { attachments: PdfAttachment[]; hasActiveContent: boolean } {
  const attachments: PdfAttachment[] = [];
  const streams = new Set<PDFRawStream>();
  let hasActiveContent = false;
  for (const dict of reachableDicts(context, catalog)) {
    hasActiveContent ||= isActive(dict);
    const attachment = attachmentOf(dict);
    if (attachment && !streams.has(attachment.stream)) {
      streams.add(attachment.stream);
      attachments.push(attachment);
    }
  }
  return { attachments, hasActiveContent };
}

function* reachableDicts(context: PDFContext, catalog: PDFDict): Generator<PDFDict> {
  const names = catalog.lookup(PDFName.of("Names"));
  const embedded = names instanceof PDFDict ? names.get(PDFName.of("EmbeddedFiles")) : undefined;
  const seen = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [catalog, embedded];
  while (waiting.length > 0) {
    let object = waiting.pop();
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue;
      seen.add(object);
      object = context.lookup(object);
    }
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) yield dict;
    const children = dict instanceof PDFDict ? dict.values() : dict instanceof PDFArray ? dict.asArray() : [];
    // Pushed in reverse order, so that they come out in order; one by one, because a spread of a million arguments overflows.
    for (const child of children.toReversed()) waiting.push(child);
  }
}

function isActive(dict: PDFDict): boolean {
  return (
    dict.has(PDFName.of("JS")) ||
    dict.has(PDFName.of("XFA")) ||
    ACTIVE_ACTIONS.has(nameOf(dict, "S") ?? "") ||
    ACTIVE_ANNOTATIONS.has(nameOf(dict, "Subtype") ?? "")
  );
}

function attachmentOf(dict: PDFDict): PdfAttachment | null {
  const files = dict.lookup(PDFName.of("EF"));
  if (!(files instanceof PDFDict)) return null;
  const stream = [files.lookup(PDFName.of("UF")), files.lookup(PDFName.of("F"))].find(
    (candidate) => candidate instanceof PDFRawStream,
  );
  if (!stream) return null;
  const name = textOf(dict, "UF") ?? textOf(dict, "F") ?? "";
  return { name: name.slice(0, 255), relationship: nameOf(dict, "AFRelationship"), stream };
}

function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
