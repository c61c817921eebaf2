import { requestedRange } from "@/lib/http/byte-range";
import { contentDisposition } from "@/lib/http/content-disposition";
import { leasedBody, streamSource } from "@/lib/http/leased-body";
import { announceLength } from "@/lib/http/response-head";
import { Busy, takeTurn } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";
import type { ByteRange } from "@/lib/storage/storage";
import type { ServedFile } from "./open-original";

/**
 * Serves the exact bytes of an original, with its media type, a strong ETag (its SHA-256), single ranges and HEAD. The
 * response is sandboxed and its media type fixed, because a supplier's file may contain anything; it is never cached
 * (security T11, T28). Sending needs a turn of `downloads` for `asker`; a reader that stalls loses it. Throws `Busy`
 * when no turn is free.
 */
export async function originalResponse(
  request: Request,
  original: ServedFile,
  disposition: "inline" | "attachment",
  asker: Asker,
): Promise<Response> {
  const etag = `"sha256-${original.sha256}"`;
  const headers = new Headers({
    "content-type": original.mediaType,
    "content-disposition": contentDisposition(disposition, original.fileName),
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag,
  });
  const matches = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (matches.includes(etag) || matches.includes("*")) return new Response(null, { status: 304, headers });

  // Ranges are defined for GET only (RFC 9110, section 14.2): HEAD describes the whole file.
  const isHead = request.method === "HEAD";
  const range = isHead ? null : requestedRange(request.headers, original.size, etag);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${original.size}`);
    headers.delete("content-type");
    headers.delete("content-disposition");
    return new Response(null, { status: 416, headers });
  }
  const length = range ? range.last - range.first + 1 : original.size;
  headers.set("content-length", String(length));
  announceLength(length);
  if (range) headers.set("content-range", `bytes ${range.first}-${range.last}/${original.size}`);
  const body = isHead ? null : await sent(original, range, asker);
  return new Response(body, { status: range ? 206 : 200, headers });
}

async function sent(original: ServedFile, range: ByteRange | null, asker: Asker) {
  const turn = await takeTurn("downloads", asker);
  if (!turn) throw new Busy("downloads");
  try {
    return leasedBody(streamSource(await original.read(range ?? undefined)), turn).stream;
  } catch (error) {
    turn.release();
    throw error;
  }
}
