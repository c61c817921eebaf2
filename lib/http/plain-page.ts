import type { Locale } from "@/lib/languages";
import { PLAIN_PAGE_STYLE, PLAIN_PAGE_STYLE_SOURCE } from "./plain-page-style";

export interface PlainPage {
  /** The problem document that a program would get. */
  problem: Response;
  locale: Locale;
  title: string;
  text: string;
  link: { href: string; label: string };
  /** Lines shown one below the other, unchanged. */
  lines?: readonly string[];
}

/**
 * Returns a page of text and one link in place of a problem document, for a browser: a refused file, or a refused request
 * from another site. It has the status and the `Retry-After` of `problem`, its style inside the page, no scripts, and loads nothing.
 */
export function plainPage({ problem, locale, title, text, link, lines = [] }: PlainPage): Response {
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)}, E-Facture</title>
<style>${PLAIN_PAGE_STYLE}</style>
</head>
<body>
<main>
<p class="portal">E-Facture</p>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${lines.map((line) => `<pre>${escaped(line)}</pre>\n`).join("")}<p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p>
</main>
</body>
</html>
`;
  const retryAfter = problem.headers.get("retry-after");
  return new Response(html, {
    status: problem.status,
    headers: {
      ...(retryAfter && { "retry-after": retryAfter }),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src ${PLAIN_PAGE_STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "cache-control": "private, no-store",
      vary: "Accept, Accept-Language, Cookie",
    },
  });
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
