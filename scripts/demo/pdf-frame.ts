import { createHash } from "node:crypto";
import {
  PDFContext,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
  PDFWriter,
} from "@cantoo/pdf-lib";
import { embedSheetFont, type SheetFont } from "./sheet-fonts";
import { srgbProfile } from "./srgb-profile";
import { type XmpFacts, xmpPacket } from "./xmp-packet";

/** A file embedded in a PDF. */
export interface PdfAttachment {
  name: string;
  description: string;
  mediaType: string;
  relationship: "Alternative" | "Supplement";
  bytes: Uint8Array;
}

/** The two font weights of all pages. */
export interface SheetFonts {
  regular: SheetFont;
  semibold: SheetFont;
}

interface Template {
  objects: [PDFRef, PDFObject][];
  fonts: SheetFonts;
  profile: PDFRef;
}

let template: Promise<Template> | undefined;

/** Returns the fonts and colour profile. They are the same in all documents, so they are built only once. */
function loadTemplate(): Promise<Template> {
  return (template ??= buildTemplate());
}

async function buildTemplate(): Promise<Template> {
  const context = PDFContext.create();
  const regular = await embedSheetFont(context, 400);
  const semibold = await embedSheetFont(context, 600);
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  return { objects: context.enumerateIndirectObjects(), fonts: { regular, semibold }, profile };
}

export async function sheetFonts(): Promise<SheetFonts> {
  return (await loadTemplate()).fonts;
}

/**
 * Makes a PDF 1.7 of A4 pages that complies with PDF/A-3B: fonts embedded, one sRGB output intent, XMP, attachments
 * associated with the document, no encryption. Its ID is a digest of its content and its dates are the day of issue, so
 * that the same input gives the same bytes on every machine.
 */
export async function framePdf(
  contents: string[],
  facts: XmpFacts,
  attachments: PdfAttachment[],
): Promise<Uint8Array> {
  const { objects, fonts, profile } = await loadTemplate();
  const context = PDFContext.create();
  for (const [ref, object] of objects) context.assign(ref, object);
  const resources = context.register(
    context.obj({ Font: { F1: fonts.regular.ref, F2: fonts.semibold.ref } }),
  );
  const pages = pageTree(context, contents, resources);
  const files = attachments.map((file) => fileSpecification(context, file, facts.issuedOn));
  const xmp = new TextEncoder().encode(xmpPacket(facts));
  const catalog = {
    Type: "Catalog",
    Pages: pages,
    Lang: PDFString.of("fr-FR"),
    ViewerPreferences: { DisplayDocTitle: true },
    Metadata: context.register(context.stream(xmp, { Type: "Metadata", Subtype: "XML" })),
    OutputIntents: [
      {
        Type: "OutputIntent",
        S: "GTS_PDFA1",
        OutputConditionIdentifier: PDFString.of("sRGB IEC61966-2.1"),
        Info: PDFString.of("sRGB IEC61966-2.1"),
        DestOutputProfile: profile,
      },
    ],
    ...(files.length > 0 && {
      AF: files.map(({ ref }) => ref),
      Names: { EmbeddedFiles: { Names: files.flatMap(({ name, ref }) => [name, ref]) } },
    }),
  };
  context.trailerInfo.Root = context.register(context.obj(catalog));
  const id = PDFHexString.of(digestOf(contents, xmp, attachments));
  context.trailerInfo.ID = context.obj([id, id]);
  return PDFWriter.forContext(context, Infinity).serializeToBuffer();
}

function pageTree(context: PDFContext, contents: string[], resources: PDFRef): PDFRef {
  const tree = context.nextRef();
  const kids = contents.map((content) =>
    context.register(
      context.obj({
        Type: "Page",
        Parent: tree,
        MediaBox: [0, 0, 595.28, 841.89],
        Resources: resources,
        Contents: context.register(context.flateStream(content)),
      }),
    ),
  );
  context.assign(tree, context.obj({ Type: "Pages", Kids: kids, Count: kids.length }));
  return tree;
}

function fileSpecification(
  context: PDFContext,
  file: PdfAttachment,
  day: string,
): { name: PDFHexString; ref: PDFRef } {
  const embedded = context.flateStream(file.bytes, {
    Type: "EmbeddedFile",
    Subtype: PDFName.of(file.mediaType),
    Params: {
      Size: file.bytes.length,
      ModDate: PDFString.of(`D:${day.replaceAll("-", "")}000000Z`),
      CheckSum: PDFHexString.of(createHash("md5").update(file.bytes).digest("hex")),
    },
  });
  const stream = context.register(embedded);
  const specification = context.obj({
    Type: "Filespec",
    F: PDFString.of(file.name),
    UF: PDFHexString.fromText(file.name),
    Desc: PDFHexString.fromText(file.description),
    AFRelationship: file.relationship,
    EF: { F: stream, UF: stream },
  });
  return { name: PDFHexString.fromText(file.name), ref: context.register(specification) };
}

function digestOf(contents: string[], xmp: Uint8Array, attachments: PdfAttachment[]): string {
  const hash = createHash("sha256").update(contents.join("\f")).update(xmp);
  for (const { bytes } of attachments) hash.update(bytes);
  return hash.digest("hex").slice(0, 32);
}
