import { isPrefetch } from "./is-prefetch";

/**
 * What an answer with an original means for its reader: shown by the browser it was seen, handed over as a file
 * (`?download`) it was downloaded. Nothing was read on HEAD, ahead of time, or when no byte was sent. Of an original in
 * ranges one counts: the first shows it, the last completes the file.
 */
export function readingOfAnswer(request: Request, response: Response): "seen" | "downloaded" | null {
  if (request.method !== "GET" || isPrefetch(request.headers)) return null;
  if (response.status !== 200 && response.status !== 206) return null;
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  const [, first = "0", last = "0", size = "1"] = range ?? [];
  const isFile = (response.headers.get("content-disposition") ?? "").startsWith("attachment");
  if (isFile) return Number(last) + 1 === Number(size) ? "downloaded" : null;
  return first === "0" ? "seen" : null;
}
