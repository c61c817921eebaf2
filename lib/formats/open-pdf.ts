import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from "@cantoo/pdf-lib";
import { BoundedPdfParser, type ObjectCipher } from "@/lib/formats/bounded-pdf-parser";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { openWithoutPassword } from "@/lib/formats/pdf-cipher";

/**
 * Parses the objects of a PDF, decrypted when it opens without a password. Throws `FormatRefusal` for a document that
 * asks for a password, is truncated, has no catalog, or exceeds the parser's limits.
 */
export async function openPdf(bytes: Uint8Array): Promise<{ context: PDFContext; catalog: PDFDict }> {
  const text = new TextDecoder("latin1").decode(bytes);
  if (isTruncated(text)) throw new FormatRefusal("malformed_pdf", "truncated");
  let { context, refusal } = await parse(bytes);
  if (context.trailerInfo.Encrypt) {
    const cipher = cipherOf(context);
    ({ context, refusal } = await parse(bytes, cipher));
  }
  if (refusal) throw refusal;
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict) || !catalog.has(PDFName.of("Pages"))) {
    throw new FormatRefusal("malformed_pdf", "no catalog");
  }
  if (isShorterThanDeclared(context, bytes.length)) throw new FormatRefusal("malformed_pdf", "truncated");
  return { context, catalog };
}

async function parse(bytes: Uint8Array, cipher: ObjectCipher | null = null) {
  const parser = new BoundedPdfParser(bytes, cipher);
  const context = await parser.parseDocument().catch((error: unknown) => {
    throw parser.refusal ?? new FormatRefusal("malformed_pdf", String(error).slice(0, 200));
  });
  return { context, refusal: parser.refusal };
}

/**
 * Whether the end of the file is missing. Any bytes may follow the last end-of-file marker, as PDF readers allow, except
 * objects: those belong to a later section whose own marker is missing (an update, or the rest of a linearized file).
 */
function isTruncated(text: string): boolean {
  const end = text.lastIndexOf("%%EOF");
  return end === -1 || /\d\s+\d+\s+obj\b/.test(text.slice(end));
}

/** Whether the file is shorter than its linearization dictionary declares (ISO 32000-2, F.3.3: `L` is the length in bytes). */
function isShorterThanDeclared(context: PDFContext, length: number): boolean {
  const [first] = context.enumerateIndirectObjects();
  const dict = first?.[1];
  if (!(dict instanceof PDFDict) || !dict.has(PDFName.of("Linearized"))) return false;
  const declared = dict.lookup(PDFName.of("L"));
  return declared instanceof PDFNumber && declared.asNumber() > length;
}

function cipherOf(context: PDFContext): ObjectCipher {
  const { Encrypt, ID } = context.trailerInfo;
  const encrypt = context.lookup(Encrypt);
  if (!(encrypt instanceof PDFDict)) throw new FormatRefusal("encrypted_pdf", "no encryption dictionary");
  const ids = context.lookup(ID);
  const id = ids instanceof PDFArray ? ids.lookup(0) : undefined;
  return openWithoutPassword(
    encrypt,
    id instanceof PDFString || id instanceof PDFHexString ? id.asBytes() : new Uint8Array(),
  );
}
