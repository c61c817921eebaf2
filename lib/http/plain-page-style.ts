import { createHash } from "node:crypto";

/**
 * The style of a plain page, with the colours of `components/ui/theme.css`. It is part of the page, because the page
 * is also shown at an address at which the portal serves no files.
 */
export const PLAIN_PAGE_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#f5f6f4, #101614); color: light-dark(#16211f, #e9efec);
  font: 1rem/1.5 "IBM Plex Sans", system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
main { box-sizing: border-box; max-width: 40rem; margin: 0 auto; padding: clamp(2rem, 12vh, 7rem) 1.25rem 3rem; }
.portal { margin: 0 0 1.5rem; color: light-dark(#5a6763, #98a5a0); font-size: 0.875rem; font-weight: 600; }
h1 { margin: 0 0 0.75rem; font-size: 1.875rem; line-height: 1.2; text-wrap: balance; }
p { margin: 0 0 1.5rem; }
pre { margin: 0 0 1.5rem; padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid light-dark(#d8ddda, #2c3734);
  background: light-dark(#ffffff, #171e1c); font: 0.875rem/1.5 ui-monospace, Consolas, monospace; }
a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1rem; border-radius: 2px;
  background: light-dark(#16211f, #e9efec); color: light-dark(#ffffff, #101614); font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 3px solid light-dark(#16211f, #ffe45c); outline-offset: 3px; }
`;

/** The source that allows this style, and no other, in a Content-Security-Policy (CSP3, 2.3.1). */
export const PLAIN_PAGE_STYLE_SOURCE = `'sha256-${createHash("sha256").update(PLAIN_PAGE_STYLE).digest("base64")}'`;
