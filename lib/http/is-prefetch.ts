/** Whether a browser or Next asks ahead of a person who may never come: what such a request shows, nobody has seen. */
export function isPrefetch(headers: Headers): boolean {
  const purposes = [headers.get("sec-purpose"), headers.get("purpose"), headers.get("x-moz")];
  return (
    headers.has("next-router-prefetch") ||
    headers.has("next-router-segment-prefetch") ||
    purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose ?? ""))
  );
}
