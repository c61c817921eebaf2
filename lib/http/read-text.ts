import { BODY_STALLED_AFTER_MS } from "./body-watch";

/**
 * Reads the body of a request as text, or returns null above `limit` bytes. Never keeps more than that in memory. Throws an
 * error that is answered with 503 when the body stops arriving.
 */
export async function readText(request: Request, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = reader ? await nextChunk(reader) : { done: true, value: undefined };
    if (done || !value) return Buffer.concat(chunks).toString("utf8");
    size += value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error("The body stopped arriving."), { code: "ETIMEDOUT" });
    timer = setTimeout(() => reject(error), BODY_STALLED_AFTER_MS);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } finally {
    clearTimeout(timer);
  }
}
