/** All HTML elements without content and end tag (HTML standard, section 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * Attributes with a URL, and the allowed start of their values. Components take checked links
 * (`emails/mail-link.ts`), so the compiler refuses other strings; this check also refuses links written as plain JSX.
 */
const SAFE_START: ReadonlyMap<string, RegExp> = new Map([
  ["href", /^(?:https?:\/\/|mailto:)/],
  ["src", /^https?:\/\//],
]);

/** React properties that are not HTML attributes. */
const NOT_WRITTEN = new Set(["children", "key", "ref"]);

const ALIASES: Readonly<Record<string, string>> = { className: "class", httpEquiv: "http-equiv" };

const SPECIAL = /["&'<>]/;
const SPECIALS = /["&'<>]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
};

/** CSS names by style property. Filled on first use; mails use a few dozen. */
const cssNames = new Map<string, string>();

/** Escapes text for use between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (sign) => ESCAPES[sign] ?? sign) : text;
}

/** Writes an opening tag such as `<a href="…">`; for a void element a closed one (`<br/>`). */
export function openingTag(tag: string, props: Readonly<Record<string, unknown>>): string {
  let html = `<${tag}`;
  for (const name in props) {
    const value = props[name];
    if (value === null || value === undefined || NOT_WRITTEN.has(name)) continue;
    if (name === "style") html += styleAttribute(value);
    else if (typeof value === "string" || typeof value === "number") {
      const text = String(value);
      if (SAFE_START.get(name)?.test(text) === false)
        throw new TypeError(`${name} of <${tag}> is not a safe link`);
      html += ` ${ALIASES[name] ?? name}="${escapeHtml(text)}"`;
    } else throw new TypeError(`${name} of <${tag}> is neither a string nor a number`);
  }
  return VOID_ELEMENTS.has(tag) ? `${html}/>` : `${html}>`;
}

/**
 * Performance: the written form of frozen styles, which are the same objects in all mails (emails/mail-styles.ts).
 * Styles made for one mail are not cached: even as weak keys they survive V8's collections of young objects, and
 * after some thousand mails they occupied tens of megabytes.
 */
const writtenStyles = new WeakMap<object, string>();

function styleAttribute(style: unknown): string {
  if (typeof style !== "object" || style === null) return "";
  const known = writtenStyles.get(style);
  if (known !== undefined) return known;
  const css = writeStyle(style);
  if (Object.isFrozen(style)) writtenStyles.set(style, css);
  return css;
}

function writeStyle(style: object): string {
  let css = "";
  for (const [name, value] of Object.entries(style)) {
    if (value === undefined || value === "") continue;
    const written = typeof value === "number" && value !== 0 ? `${value}px` : String(value);
    css += `${css && ";"}${cssName(name)}:${escapeHtml(written)}`;
  }
  return css && ` style="${css}"`;
}

function cssName(property: string): string {
  let name = cssNames.get(property);
  if (name === undefined) {
    name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    cssNames.set(property, name);
  }
  return name;
}
