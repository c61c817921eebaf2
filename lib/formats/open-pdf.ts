import {
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { inflateStream } from "@/lib/formats/inflate-stream";

/** Limit for all object streams of a document together. */
const MAX_INFLATED_OBJECTS = 64 * 1024 * 1024;

/** The end-of-file marker is in the last kilobyte (ISO 32000-1, annex H.3.4.4); some producers add bytes after it. */
const TRAILER_WINDOW = 2048;

/**
 * The objects of a PDF. Refuses a document that is encrypted (even with an empty password: what it holds
 * cannot be checked), cut short, without a catalog, or whose object streams inflate beyond 64 MB.
 */
export async function openPdf(bytes: Uint8Array): Promise<{ context: PDFContext; catalog: PDFDict }> {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(-TRAILER_WINDOW));
  if (!tail.includes("%%EOF")) throw new FormatRefusal("malformed_pdf", "cut short");
  const parser = new BoundedParser(bytes);
  const context = await parser.parseDocument().catch((error: unknown) => {
    throw parser.refusal ?? new FormatRefusal("malformed_pdf", String(error).slice(0, 200));
  });
  if (context.trailerInfo.Encrypt) throw new FormatRefusal("encrypted_pdf");
  if (parser.refusal) throw parser.refusal;
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict) || !catalog.has(PDFName.of("Pages"))) {
    throw new FormatRefusal("malformed_pdf", "no catalog");
  }
  return { context, catalog };
}

/** pdf-lib inflates object streams without a limit, so they are inflated before, within our limit. */
class BoundedParser extends PDFParser {
  refusal: FormatRefusal | null = null;
  private inflated = 0;

  override parseObject(ref?: PDFRef): PDFObject {
    const object = super.parseObject(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(PDFName.of("Type"));
    if (type === PDFName.of("ObjStm")) return this.inflatedStream(object);
    if (type === PDFName.of("XRef")) return trailerOnly(object);
    return object;
  }

  private inflatedStream(stream: PDFRawStream): PDFObject {
    try {
      const contents = inflateStream(stream, MAX_INFLATED_OBJECTS - this.inflated);
      this.inflated += contents.length;
      stream.dict.delete(PDFName.of("Filter"));
      return PDFRawStream.of(stream.dict, contents);
    } catch (error) {
      // pdf-lib ignores errors of its parser: keep this one for the caller.
      if (error instanceof FormatRefusal) this.refusal ??= error;
      throw error;
    }
  }
}

/** Objects are found by reading the whole file, so the offsets and their stated count are not needed. */
function trailerOnly({ dict }: PDFRawStream): PDFObject {
  dict.delete(PDFName.of("Filter"));
  dict.set(PDFName.of("Index"), dict.context.obj([]));
  return PDFRawStream.of(dict, new Uint8Array());
}
