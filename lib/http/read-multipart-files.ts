import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import busboy from "@fastify/busboy";
import { PERSON_RATE, watchBodyRate } from "./body-watch";
import { paced, storedName } from "./read-multipart";

/** A file of a form; `bytes` is null when it has more bytes than one file may have. */
export interface FormFile {
  fileName: string;
  bytes: Uint8Array | null;
}

export interface FormFileLimits {
  /** The bytes of one file, and of the whole body. */
  file: number;
  body: number;
  files: number;
}

export type FormFilesResult =
  { ok: true } | { ok: false; reason: "not_multipart" | "truncated" | "body_too_large" | "too_many_files" };

const MAX_OTHER_PARTS = 8;
const MAX_FIELD_BYTES = 1024;

/**
 * Reads the files named `file` of a `multipart/form-data` request (RFC 7578) one after the other: `receive` gets each
 * when it is complete, and the body is not read on meanwhile. So memory holds about one file, whatever their number.
 * When the result is a refusal, the files before the fault were received.
 */
export async function readMultipartFiles(
  request: Request,
  limits: FormFileLimits,
  receive: (file: FormFile) => Promise<void>,
): Promise<FormFilesResult> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) return refuse("not_multipart");
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > limits.body) return refuse("body_too_large");
  const reader = openReader(type, limits);
  if (!reader) return refuse("not_multipart");

  const body = Readable.from(paced(request.body), { objectMode: false });
  const watch = watchBodyRate(PERSON_RATE, () => body.destroy(new Error("The body stopped arriving.")));
  let received = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      received += chunk.length;
      watch.received(chunk.length);
      if (received > limits.body) return refuse("body_too_large");
      await reader.write(chunk);
      // The time in which the files are processed does not count against the sender.
      watch.pause();
      for (const file of reader.takeComplete()) await receive(file);
      if (reader.fault()) return refuse(reader.fault() ?? "truncated");
      watch.resume();
    }
  } catch (error) {
    if (body.errored !== error) throw error;
    return refuse("truncated");
  } finally {
    watch.end();
    body.destroy();
  }
  if (announced !== null && received !== Number(announced)) return refuse("truncated");
  await reader.end();
  for (const file of reader.takeComplete()) await receive(file);
  const fault = reader.fault();
  return fault ? refuse(fault) : { ok: true };
}

const refuse = (reason: Extract<FormFilesResult, { ok: false }>["reason"]): FormFilesResult => ({
  ok: false,
  reason,
});

type Fault = "truncated" | "too_many_files";

/** The parser, fed by hand, so that the body is read no faster than its files are processed. */
function openReader(contentType: string, limits: FormFileLimits) {
  let fault: Fault | null = null;
  let complete: FormFile[] = [];
  let parser: ReturnType<typeof busboy>;
  try {
    parser = busboy({
      headers: { "content-type": contentType },
      limits: {
        fileSize: limits.file,
        files: limits.files,
        fields: MAX_OTHER_PARTS,
        fieldSize: MAX_FIELD_BYTES,
        parts: limits.files + MAX_OTHER_PARTS,
      },
    });
  } catch {
    return null;
  }
  const stop = (reason: Fault) => (fault ??= reason);
  parser.on("file", (name, stream, fileName) => {
    // A part may be truncated: without a listener this error would end the process.
    stream.on("error", () => stop("truncated"));
    if (name !== "file") return void stream.resume();
    let chunks: Buffer[] | null = [];
    stream.on("data", (chunk: Buffer) => chunks?.push(chunk));
    stream.on("limit", () => (chunks = null));
    stream.on("end", () =>
      complete.push({
        fileName: storedName(fileName),
        bytes: chunks && new Uint8Array(Buffer.concat(chunks)),
      }),
    );
  });
  parser.on("filesLimit", () => stop("too_many_files"));
  parser.on("partsLimit", () => stop("too_many_files"));
  const finished = new Promise<void>((resolve) => {
    parser.on("finish", resolve);
    parser.on("error", () => {
      stop("truncated");
      resolve();
    });
  });
  return {
    /** Resolves when the parser has read the chunk, or cannot read on. */
    async write(chunk: Buffer): Promise<void> {
      await Promise.race([new Promise<void>((resolve) => parser.write(chunk, () => resolve())), finished]);
      // The end of a file is an event of the next turn.
      await nextTurn();
    },
    async end(): Promise<void> {
      parser.end();
      await finished;
      await nextTurn();
    },
    takeComplete(): FormFile[] {
      const files = complete;
      complete = [];
      return files;
    },
    fault: (): Fault | null => fault,
  };
}
