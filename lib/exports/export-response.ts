import { requestedRange } from "@/lib/http/byte-range";
import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import { announceLength } from "@/lib/http/response-head";
import type { Turn } from "@/lib/limits/turn";
import { describeError, log } from "@/lib/log";
import type { ByteRange } from "@/lib/storage/storage";
import type { Export } from "./open-export";

/** The response of an export. `isComplete`, called after its end, says whether the client now has the whole file. */
export interface ExportAnswer {
  response: Response;
  isComplete(): boolean;
}

/**
 * The response of an export: with its length, so that the browser shows progress; with support for one byte range, so
 * that an interrupted download can continue (`If-Range` ensures that the bytes are the same); and for HEAD. `turn` is
 * released at the end in every case, and taken away from a reader that stalls.
 */
export function exportResponse(request: Request, exported: Export, turn: Turn): ExportAnswer {
  const { etag, size } = exported;
  const headers = new Headers({
    "content-type": exported.mediaType,
    "content-disposition": contentDisposition("attachment", exported.fileName),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag,
  });
  const isHead = request.method === "HEAD";
  const range = isHead ? null : requestedRange(request.headers, size, etag);
  if (range === "unsatisfiable") {
    turn.release();
    return answered(416, { "content-range": `bytes */${size}`, "cache-control": "private, no-store" });
  }
  const length = range ? range.last - range.first + 1 : size;
  headers.set("content-length", String(length));
  announceLength(length);
  if (range) headers.set("content-range", `bytes ${range.first}-${range.last}/${size}`);
  if (isHead) {
    turn.release();
    return { response: new Response(null, { headers }), isComplete: () => false };
  }

  const chunks = range ? partOf(exported.read(), range) : exported.read();
  const body = leasedBody(generatorSource(chunks), turn, (error) =>
    log("error", "export_broke_off", describeError(error)),
  );
  // A client that continues the file named by `If-Range` already has the bytes before the range.
  const isRest = range === null || (range.last === size - 1 && request.headers.has("if-range"));
  return {
    response: new Response(body.stream, { status: range ? 206 : 200, headers }),
    isComplete: () => isRest && body.isWhole(),
  };
}

function answered(status: number, headers: Record<string, string>): ExportAnswer {
  return { response: new Response(null, { status, headers }), isComplete: () => false };
}

/** The bytes before the range are made and discarded, because the archive's end contains their checksums. */
async function* partOf(
  chunks: AsyncGenerator<Uint8Array, void, void>,
  { first, last }: ByteRange,
): AsyncGenerator<Uint8Array, void, void> {
  let at = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
    at += chunk.length;
    if (part.length > 0) yield part;
    if (at > last) return;
  }
}
