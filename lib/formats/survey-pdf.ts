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
  mediaType: string | null;
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
  const treeNames = namesInTree(context, catalog);
  let hasActiveContent = false;
  for (const dict of reachableDicts(context, catalog)) {
    hasActiveContent ||= isActive(dict);
    const attachment = attachmentOf(dict, treeNames.get(dict) ?? "");
    if (attachment && !streams.has(attachment.stream)) {
      streams.add(attachment.stream);
      attachments.push(attachment);
    }
  }
  return { attachments, hasActiveContent };
}

/** The names under which the tree of embedded files lists them (ISO 32000-2, 7.9.6). Some files have no other name. */
function namesInTree(context: PDFContext, catalog: PDFDict): Map<PDFObject, string> {
  const found = new Map<PDFObject, string>();
  const seen = new Set<PDFObject>();
  const waiting = [context.lookup(embeddedFiles(catalog))];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const [names, kids] = [node.lookup(PDFName.of("Names")), node.lookup(PDFName.of("Kids"))];
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) waiting.push(context.lookup(kid));
    if (!(names instanceof PDFArray)) continue;
    for (let at = 0; at + 1 < names.size(); at += 2) {
      const [name, file] = [names.lookup(at), names.lookup(at + 1)];
      if (file && (name instanceof PDFString || name instanceof PDFHexString))
        found.set(file, name.decodeText());
    }
  }
  return found;
}

function embeddedFiles(catalog: PDFDict): PDFObject | undefined {
  const names = catalog.lookup(PDFName.of("Names"));
  return names instanceof PDFDict ? names.get(PDFName.of("EmbeddedFiles")) : undefined;
}

function* reachableDicts(context: PDFContext, catalog: PDFDict): Generator<PDFDict> {
  const embedded = embeddedFiles(catalog);
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

/** Where a file specification keeps its file and its name; the last three are of old systems (ISO 32000-2, 7.11.3). */
const FILE_KEYS = ["UF", "F", "Unix", "Mac", "DOS"];

function attachmentOf(dict: PDFDict, treeName: string): PdfAttachment | null {
  const files = dict.lookup(PDFName.of("EF"));
  if (!(files instanceof PDFDict)) return null;
  const stream = FILE_KEYS.map((key) => files.lookup(PDFName.of(key))).find(
    (candidate) => candidate instanceof PDFRawStream,
  );
  if (!stream) return null;
  const name = FILE_KEYS.map((key) => textOf(dict, key)).find((text) => text) ?? treeName;
  return {
    // PostgreSQL stores neither U+0000 nor unpaired surrogates.
    name: name
      .replace(/\p{Cc}/gu, "")
      .slice(0, 255)
      .toWellFormed(),
    relationship: nameOf(dict, "AFRelationship"),
    mediaType: nameOf(stream.dict, "Subtype"),
    stream,
  };
}

function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
