import { SaxesParser } from "saxes";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import type { XmlElement } from "@/lib/formats/xml-element";

const MAX_DEPTH = 64;

/** Elements and attributes together; an invoice line takes about 60, so some 8,000 lines. */
const MAX_NODES = 500_000;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The document as a tree of elements, namespaces resolved; comments and instructions dropped. White space and zero bytes
 * around it are ignored, also before the declaration.
 * Refuses a document type before parsing anything (no entity is ever defined or fetched),
 * more than 64 levels, more than 500,000 nodes, and what is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  if (/<!DOCTYPE/i.test(text)) throw new FormatRefusal("doctype");

  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;

  const countNode = () => {
    nodes += 1;
    if (nodes > MAX_NODES) throw new FormatRefusal("too_many_nodes");
  };
  parser.on("error", (error) => {
    throw new FormatRefusal("malformed_xml", error.message.slice(0, 200));
  });
  parser.on("attribute", countNode);
  parser.on("opentag", (tag) => {
    countNode();
    if (open.length >= MAX_DEPTH) throw new FormatRefusal("too_deep");
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(Object.values(tag.attributes)),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });

  parser.write(withoutPadding(text)).close();
  if (!root) throw new FormatRefusal("malformed_xml", "no element");
  return root;
}

/** Zero bytes and the end mark of DOS are left by systems that fill up blocks. */
const PADDING = "\t\n\r \0\u001a\ufeff";

function withoutPadding(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && PADDING.includes(text.charAt(start))) start += 1;
  while (end > start && PADDING.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function attributesOf(attributes: { local: string; prefix: string; value: string }[]) {
  const own = attributes.filter(({ local, prefix }) => prefix !== "xmlns" && local !== "xmlns");
  if (own.length === 0) return NO_ATTRIBUTES;
  return Object.fromEntries(own.map(({ local, value }) => [local, value]));
}
