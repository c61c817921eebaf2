/** HTML elements without content, as far as mails use them. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "meta"]);

/** Properties that are no attributes. */
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

/** CSS names of style properties, filled as they are met: a few dozen. */
const cssNames = new Map<string, string>();

/** Text that means itself, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (sign) => ESCAPES[sign] ?? sign) : text;
}

/** `<a href="…">`, closed at once (`<br/>`) for a void element. */
export function openingTag(tag: string, props: Readonly<Record<string, unknown>>): string {
  let html = `<${tag}`;
  for (const name in props) {
    const value = props[name];
    if (value === null || value === undefined || NOT_WRITTEN.has(name)) continue;
    if (name === "style") html += styleAttribute(value);
    else if (typeof value === "string" || typeof value === "number") {
      html += ` ${ALIASES[name] ?? name}="${escapeHtml(String(value))}"`;
    } else throw new TypeError(`${name} of <${tag}> is neither a string nor a number`);
  }
  return VOID_ELEMENTS.has(tag) ? `${html}/>` : `${html}>`;
}

/**
 * What frozen styles come to: those of every mail. Never those made for one mail: even as weak keys they would outlive
 * the quick collections of young memory, and a dispatch would leave tens of megabytes of them behind.
 */
const written = new WeakMap<object, string>();

function styleAttribute(style: unknown): string {
  if (typeof style !== "object" || style === null) return "";
  const known = written.get(style);
  if (known !== undefined) return known;
  const css = writeStyle(style);
  if (Object.isFrozen(style)) written.set(style, css);
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
