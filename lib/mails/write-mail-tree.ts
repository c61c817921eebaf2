import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { escapeHtml, openingTag, VOID_ELEMENTS } from "./html-writing";
import { TextWriter } from "./text-writer";

type Properties = Readonly<Record<string, unknown>>;

/**
 * A tree of React elements as HTML and as plain text, from one walk. For trees of plain functions (no state, no
 * hooks, no classes: mails), the HTML is what React's own static renderer writes, to the byte; a test holds it to
 * that. React's renderer itself cannot be bundled into Next's server layer, and is several times slower.
 */
export function writeMailTree(tree: ReactNode): { html: string; text: string } {
  const text = new TextWriter();
  return { html: writeNode(tree, text), text: text.finish() };
}

function writeNode(node: ReactNode, text: TextWriter): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") {
    text.write(String(node));
    return escapeHtml(String(node));
  }
  if (Array.isArray(node)) {
    let html = "";
    for (const child of node) html += writeNode(child, text);
    return html;
  }
  if (isValidElement<Properties>(node)) return writeElement(node, text);
  throw new TypeError("A mail is made of elements, strings and numbers");
}

function writeElement({ type, props }: ReactElement<Properties>, text: TextWriter): string {
  if (typeof type === "string") return writeTag(type, props, text);
  if (type === Fragment) return writeNode(childrenOf(props), text);
  const component: unknown = type;
  if (isForwardRef(component)) return writeNode(component.render(props, null), text);
  if (isPlainFunction(component)) return writeNode(component(props), text);
  throw new TypeError("A mail is made of plain function components");
}

function writeTag(tag: string, props: Properties, text: TextWriter): string {
  const opening = openingTag(tag, props);
  if (VOID_ELEMENTS.has(tag)) {
    if (tag === "br") text.breakLine();
    return opening;
  }
  if (tag === "style") return `${opening}${String(childrenOf(props))}</style>`;
  text.open(tag, props);
  const html = `${opening}${writeNode(childrenOf(props), text)}</${tag}>`;
  text.close(tag);
  return html;
}

function childrenOf(props: Properties): ReactNode {
  return props.children as ReactNode;
}

function isForwardRef(
  component: unknown,
): component is { render: (props: Properties, ref: null) => ReactNode } {
  return (
    typeof component === "object" &&
    component !== null &&
    "render" in component &&
    typeof component.render === "function"
  );
}

function isPlainFunction(component: unknown): component is (props: Properties) => ReactNode {
  return typeof component === "function" && component.prototype?.isReactComponent === undefined;
}
