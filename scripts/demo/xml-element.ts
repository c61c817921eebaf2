/** One XML element. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text?: string;
}

type Child = XmlElement | false | undefined;

/** Makes an element with child elements; falsy children are left out. */
export function node(name: string, children: Child[], attributes: Record<string, string> = {}): XmlElement {
  return { name, attributes, children: children.filter((child) => !!child) };
}

/** Makes an element with text. */
export function leaf(name: string, text: string, attributes: Record<string, string> = {}): XmlElement {
  return { name, attributes, children: [], text };
}

/** Serializes a UTF-8 document with declaration, indented by two spaces. */
export function serializeXml(root: XmlElement): Uint8Array {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, "", lines);
  return new TextEncoder().encode(lines.join("\n") + "\n");
}

function write(element: XmlElement, indent: string, lines: string[]): void {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  const open = `${indent}<${element.name}${attributes}`;
  if (element.text !== undefined) {
    lines.push(`${open}>${escapeXml(element.text)}</${element.name}>`);
  } else if (element.children.length === 0) {
    lines.push(`${open}/>`);
  } else {
    lines.push(`${open}>`);
    for (const child of element.children) write(child, indent + "  ", lines);
    lines.push(`${indent}</${element.name}>`);
  }
}

/** Escapes a text for element content and double-quoted attributes; drops characters that XML 1.0 forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
