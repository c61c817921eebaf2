/** An element with its local name. `text` is the text of the element itself, without the text of its children. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

interface Step {
  names: string[];
  where: { path: string; equals: string } | null;
}

const compiled = new Map<string, Step[]>();

/**
 * The elements at a path, in document order. Steps are local names separated by "/"; "A|B" is either name;
 * "A[path=value]" keeps the elements whose own path has that text.
 */
export function select(from: XmlElement, path: string): XmlElement[] {
  let found = [from];
  for (const { names, where } of steps(path)) {
    found = found.flatMap((element) => element.children.filter((child) => names.includes(child.name)));
    if (where) found = found.filter((element) => readText(element, where.path) === where.equals);
  }
  return found;
}

/** The first non-blank text at the path, whitespace collapsed; a last step "@name" reads an attribute. */
export function readText(from: XmlElement, path: string): string | null {
  const attribute = /(?:^|\/)@(\w+)$/.exec(path)?.[1];
  const elementPath =
    attribute === undefined ? path : path.slice(0, -attribute.length - 1).replace(/\/$/, "");
  for (const element of elementPath === "" ? [from] : select(from, elementPath)) {
    const value = attribute === undefined ? element.text : (element.attributes[attribute] ?? "");
    const text = value.replace(/\s+/g, " ").trim();
    if (text !== "") return text;
  }
  return null;
}

function steps(path: string): Step[] {
  let known = compiled.get(path);
  if (!known) {
    known = (path.match(/[^/[\]]+(\[[^\]]*\])?/g) ?? []).map((step) => {
      const [, names = "", wherePath, equals = ""] = /^([^[]+)(?:\[([^=]+)=(.*)\])?$/.exec(step) ?? [];
      return { names: names.split("|"), where: wherePath === undefined ? null : { path: wherePath, equals } };
    });
    compiled.set(path, known);
  }
  return known;
}
