import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import busboy from "@fastify/busboy";
import { PERSON_RATE, PROGRAM_RATE, watchBodyRate } from "./body-watch";

interface MultipartDeposit {
  file: { bytes: Uint8Array; fileName: string };
  metadata: string | null;
}

export type MultipartResult =
  | { ok: true; deposit: MultipartDeposit }
  | {
      ok: false;
      reason:
        | "not_multipart"
        | "malformed"
        | "truncated"
        | "too_slow"
        | "file_missing"
        | "several_files"
        | "file_too_large"
        | "metadata_too_large";
    };

const METADATA_LIMIT = 256 * 1024;
/** Limit for everything but the file: boundaries, part headers and metadata. */
const OVERHEAD_LIMIT = METADATA_LIMIT + 64 * 1024;
/** Reading a piece of this size takes the thread about half a millisecond; most invoices are shorter. */
const PAUSE_AFTER_BYTES = 64 * 1024;

/**
 * Reads a `multipart/form-data` request (RFC 7578) while it arrives: one part `file` and an optional part `metadata`.
 * Stops at `fileLimit` bytes. A body that is shorter than its Content-Length, or stops arriving, is refused as
 * `truncated`; one that arrives slower than its `sender` can send (`body-watch.ts`) as `too_slow`.
 */
export async function readMultipart(
  request: Request,
  fileLimit: number,
  sender: "program" | "person",
): Promise<MultipartResult> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body)
    return { ok: false, reason: "not_multipart" };
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > fileLimit + OVERHEAD_LIMIT)
    return { ok: false, reason: "file_too_large" };

  let received = 0;
  const body = Readable.from(paced(request.body), { objectMode: false });
  let isTooSlow = false;
  const watch = watchBodyRate(sender === "program" ? PROGRAM_RATE : PERSON_RATE, (reason) => {
    isTooSlow = reason === "too_slow";
    body.destroy(new Error("The body stopped arriving."));
  });
  body.on("data", (chunk: Buffer) => {
    received += chunk.length;
    watch.received(chunk.length);
  });
  const limits = { file: fileLimit, announced: Math.min(Number(announced ?? fileLimit), fileLimit) };
  const result = await parse(body, type, limits).finally(watch.end);
  if (isTooSlow) return { ok: false, reason: "too_slow" };
  if (result.ok && announced !== null && received !== Number(announced))
    return { ok: false, reason: "truncated" };
  return result;
}

/** Yields the body in pieces, at most 64 MB a second, so that the thread can answer other requests in between. */
export async function* paced(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sincePause = 0;
  for await (const chunk of body) {
    yield chunk;
    sincePause += chunk.length;
    if (sincePause < PAUSE_AFTER_BYTES) continue;
    await pause(1);
    sincePause = 0;
  }
}

interface Limits {
  file: number;
  /** The maximum size of the file according to the announced length of the body. */
  announced: number;
}

function parse(body: Readable, contentType: string, limits: Limits): Promise<MultipartResult> {
  return new Promise((resolve) => {
    const stop = (reason: Extract<MultipartResult, { ok: false }>["reason"]) => {
      resolve({ ok: false, reason });
      body.destroy();
    };
    let parser: ReturnType<typeof busboy>;
    try {
      parser = busboy({
        headers: { "content-type": contentType },
        limits: { fileSize: limits.file, files: 2, fields: 8, fieldSize: METADATA_LIMIT, parts: 10 },
      });
    } catch {
      return stop("not_multipart");
    }
    let metadata: string | null = null;
    let file: MultipartDeposit["file"] | null = null;

    parser.on("file", (name, stream, fileName) => {
      // A part may be truncated: without a listener this error would end the process.
      stream.on("error", () => stop("malformed"));
      if (name === "metadata") return readMetadata(stream);
      if (name !== "file") return void stream.resume();
      if (file) return stop("several_files");
      const received = new Uint8Array(limits.announced);
      let size = 0;
      const sent = { bytes: received, fileName: storedName(fileName) };
      file = sent;
      stream.on("data", (chunk: Buffer) => {
        if (size + chunk.length > received.length) return stop("truncated");
        received.set(chunk, size);
        size += chunk.length;
      });
      stream.on("limit", () => stop("file_too_large"));
      stream.on("end", () => (sent.bytes = received.subarray(0, size)));
    });
    /** Reads metadata sent as a file: a browser's FormData sends a typed blob with a file name. */
    const readMetadata = (stream: NodeJS.ReadableStream) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        if ((size += chunk.length) > METADATA_LIMIT) return stop("metadata_too_large");
        chunks.push(chunk);
      });
      stream.on("end", () => (metadata = Buffer.concat(chunks).toString("utf8")));
    };
    parser.on("field", (name, value, _nameTruncated, valueTruncated) => {
      if (name !== "metadata") return;
      if (valueTruncated) return stop("metadata_too_large");
      metadata = value;
    });
    parser.on("error", () => stop("malformed"));
    parser.on("finish", () =>
      resolve(file ? { ok: true, deposit: { file, metadata } } : { ok: false, reason: "file_missing" }),
    );
    body.on("error", () => stop("truncated"));
    body.pipe(parser);
  });
}

/** Returns the supplier's file name with characters that the database accepts. It is shown, never used as a path. */
export function storedName(sent: string | undefined): string {
  return (
    (sent ?? "")
      .replace(/\p{Cc}/gu, "_")
      .slice(0, 255)
      .toWellFormed() || "facture"
  );
}
