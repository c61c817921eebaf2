/**
 * Returns whether the client is a browser that shows pages: `Accept` names HTML explicitly, not only by a wildcard.
 */
export function wantsHtml(headers: Headers): boolean {
  return (headers.get("accept") ?? "")
    .toLowerCase()
    .split(",")
    .some((range) => range.split(";")[0]?.trim() === "text/html");
}
