import { isReading } from "./recorded-use";

/**
 * Returns what to record for a response with an original: "seen" (shown by the browser) or "downloaded"
 * (`?download`). HEAD, prefetches, requests from other sites and responses without bytes are not recorded. When a
 * file is fetched with several range requests, only one of them is recorded: the one with the first byte for "seen",
 * the one with the last byte for "downloaded".
 */
export function readingToRecord(request: Request, response: Response): "seen" | "downloaded" | null {
  if (request.method !== "GET" || !isReading(request.headers)) return null;
  if (response.status !== 200 && response.status !== 206) return null;
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  const [, first = "0", last = "0", size = "1"] = range ?? [];
  const isFile = (response.headers.get("content-disposition") ?? "").startsWith("attachment");
  if (isFile) return Number(last) + 1 === Number(size) ? "downloaded" : null;
  return first === "0" ? "seen" : null;
}
