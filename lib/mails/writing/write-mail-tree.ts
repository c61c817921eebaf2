import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { escapeHtml, openingTag, VOID_ELEMENTS } from "./html-writing";
import { TextWriter } from "./text-writer";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Writes a tree of React elements as HTML and as plain text, in one pass. The tree must consist of plain functions (no
 * state, hooks or classes); then the HTML has the same bytes as that of React's static renderer, and a test compares
 * them. React's renderer cannot be bundled into Next's server layer, and is several times slower.
 */
export function writeMailTree(tree: ReactNode): { html: string; text: string } {
  // Performance: the pieces are joined once at the end. With `+=`, V8 keeps a string's thousand parts as separate
  // objects until it is read, and a batch of such mails takes several times the memory.
  const writing: Writing = { html: [], text: new TextWriter() };
  writeNode(tree, writing);
  return { html: writing.html.join(""), text: writing.text.finish() };
}

interface Writing {
  html: string[];
  text: TextWriter;
}

function writeNode(node: ReactNode, writing: Writing): void {
  if (node === null || node === undefined || typeof node === "boolean") return;
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") {
    writing.text.write(String(node));
    writing.html.push(escapeHtml(String(node)));
  } else if (Array.isArray(node)) {
    for (const child of node) writeNode(child, writing);
  } else if (isValidElement<Properties>(node)) writeElement(node, writing);
  else throw new TypeError("A mail is made of elements, strings and numbers");
}

function writeElement({ type, props }: ReactElement<Properties>, writing: Writing): void {
  if (typeof type === "string") return writeTag(type, props, writing);
  if (type === Fragment) return writeNode(childrenOf(props), writing);
  const component: unknown = type;
  if (isForwardRef(component)) return writeNode(component.render(props, null), writing);
  if (isPlainFunction(component)) return writeNode(component(props), writing);
  throw new TypeError("A mail is made of plain function components");
}

function writeTag(tag: string, props: Properties, writing: Writing): void {
  const { html, text } = writing;
  html.push(openingTag(tag, props));
  if (VOID_ELEMENTS.has(tag)) {
    if (tag === "br") text.breakLine();
    else if (tag === "img") text.write(textOfImage(props));
  } else if (tag === "style") html.push(String(childrenOf(props)), "</style>");
  else {
    text.open(tag, props);
    writeNode(childrenOf(props), writing);
    html.push(`</${tag}>`);
    text.close(tag);
  }
}

/** Returns the alternative text of an image, also used in the text part; empty for a decoration. */
function textOfImage({ src, alt }: Properties): string {
  if (typeof src !== "string" || typeof alt !== "string")
    throw new TypeError("An image of a mail needs src and alt");
  return alt;
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
