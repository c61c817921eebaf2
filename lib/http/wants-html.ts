/** Whether somebody reads the answer in a browser: what `Accept` names comes before what it would merely put up with. */
export function wantsHtml(headers: Headers): boolean {
  return (headers.get("accept") ?? "")
    .toLowerCase()
    .split(",")
    .some((range) => range.split(";")[0]?.trim() === "text/html");
}
