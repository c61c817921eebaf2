/** The language of a page drawn by the browser alone: the chosen one, else the browser's, else French. */
export function errorLocale(): "fr" | "en" {
  if (typeof document === "undefined") return "fr";
  const chosen = /(?:^|; )locale=(fr|en)(?:;|$)/.exec(document.cookie)?.[1];
  return (chosen ?? navigator.language.slice(0, 2)) === "en" ? "en" : "fr";
}
