import {
  PDFName,
  type PDFObject,
  PDFObjectStreamParser,
  PDFParser,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import { inflateStream } from "@/lib/formats/inflate-stream";
import { PdfWork } from "@/lib/formats/pdf-work";

/** Limit for all object streams of a document together. */
const MAX_INFLATED_OBJECTS = 64 * 1024 * 1024;

/** Decrypts the strings and streams of an object. */
export interface ObjectCipher {
  encryptionKey: Uint8Array;
  createCipherTransform(
    objectNumber: number,
    generation: number,
  ): { decryptBytes(bytes: Uint8Array): Uint8Array };
}

/** pdf-lib does not export its own factory; its parser uses the two members of `ObjectCipher` only. */
type CipherFactory = ConstructorParameters<typeof PDFParser>[5];

/**
 * pdf-lib's parser with limits on its work. Object streams are inflated here, because pdf-lib inflates without a
 * limit. The work of reading their objects counts too, because all entries may point at the same bytes.
 */
export class BoundedPdfParser extends PDFParser {
  private readonly work = new PdfWork();
  private inflated = 0;
  private inflateRefusal: FormatRefusal | null = null;

  constructor(bytes: Uint8Array, cipher: ObjectCipher | null = null) {
    super(bytes, Infinity, false, false, false, (cipher ?? undefined) as CipherFactory);
    this.work.limit(this);
  }

  /** Why the document is refused. pdf-lib may have caught this error and continued. */
  get refusal(): FormatRefusal | null {
    return this.work.refusal ?? this.inflateRefusal;
  }

  override parseObject(ref?: PDFRef): PDFObject {
    const object = super.parseObject(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(PDFName.of("Type"));
    if (type === PDFName.of("ObjStm")) return this.readObjectStream(object);
    if (type === PDFName.of("XRef")) return trailerOnly(object);
    return object;
  }

  /** Puts the objects of the stream into the context, and leaves nothing for pdf-lib to read again. */
  private readObjectStream(stream: PDFRawStream): PDFObject {
    const inflated = this.inflate(stream);
    const parser = PDFObjectStreamParser.forStream(inflated);
    this.work.limit(parser);
    // The parser runs synchronously here, although it returns a promise. Objects that it cannot read are left out.
    void parser.parseIntoContext().catch(() => {});
    stream.dict.delete(PDFName.of("Type"));
    return PDFRawStream.of(stream.dict, new Uint8Array());
  }

  private inflate(stream: PDFRawStream): PDFRawStream {
    try {
      const contents = inflateStream(stream, MAX_INFLATED_OBJECTS - this.inflated);
      this.inflated += contents.length;
      stream.dict.delete(PDFName.of("Filter"));
      return PDFRawStream.of(stream.dict, contents);
    } catch (error) {
      // pdf-lib ignores errors of its parser: keep this one for the caller.
      if (error instanceof FormatRefusal) this.inflateRefusal ??= error;
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
