import { requestedRange } from "@/lib/http/byte-range";
import { contentDisposition } from "@/lib/http/content-disposition";
import { announceLength, whenAnswered } from "@/lib/http/response-head";
import { describeError, log } from "@/lib/log";
import type { ByteRange } from "@/lib/storage/storage";
import type { Export } from "./open-export";

/** An export as it is answered; `isComplete` tells, once it is over, whether the reader now has all of it. */
export interface ExportAnswer {
  response: Response;
  isComplete(): boolean;
}

/**
 * Hands out an export: its length announced, so that the browser shows progress; one byte range, so that a broken
 * download goes on where it stopped (the same selection gives the same bytes, `If-Range` sees to that); HEAD. `onEnd` is
 * called when it is over, whatever ended it: then no file is open any more.
 */
export function exportResponse(request: Request, exported: Export, onEnd: () => void): ExportAnswer {
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
    onEnd();
    return answered(416, { "content-range": `bytes */${size}`, "cache-control": "private, no-store" });
  }
  const length = range ? range.last - range.first + 1 : size;
  headers.set("content-length", String(length));
  announceLength(length);
  if (range) headers.set("content-range", `bytes ${range.first}-${range.last}/${size}`);
  if (isHead) {
    onEnd();
    return { response: new Response(null, { headers }), isComplete: () => false };
  }

  const body = pulled(range ? partOf(exported.read(), range) : exported.read(), onEnd);
  whenAnswered(body.stop);
  // Who goes on with the file that `If-Range` names has what came before.
  const isRest = range === null || (range.last === size - 1 && request.headers.has("if-range"));
  return {
    response: new Response(body.stream, { status: range ? 206 : 200, headers }),
    isComplete: () => isRest && body.isWhole(),
  };
}

function answered(status: number, headers: Record<string, string>): ExportAnswer {
  return { response: new Response(null, { status, headers }), isComplete: () => false };
}

/** The chunks as a body that makes the next one when there is room for it, and stops when nobody reads any more. */
function pulled(chunks: AsyncGenerator<Uint8Array, void, void>, onEnd: () => void) {
  let isWhole = false;
  const stop = () => {
    onEnd();
    void chunks.return().catch(() => {});
  };
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await chunks.next();
        if (!next.done) return controller.enqueue(next.value);
        isWhole = true;
        onEnd();
        controller.close();
      } catch (error) {
        log("error", "export_broke_off", describeError(error));
        onEnd();
        controller.error(error);
      }
    },
    cancel: stop,
  });
  return { stream, stop, isWhole: () => isWhole };
}

/** What comes before the range is made and thrown away: its checksums are part of the end. */
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
