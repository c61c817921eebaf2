import { readFileSync } from "node:fs";
import ts from "typescript";
import { ourFiles } from "./interface-files";

/** A class that the markup uses. */
export interface ClassName {
  file: string;
  name: string;
}

/** Every class in a `className`, also when a constant or a function of ours contains the class names. */
export function readClassNames(): ClassName[] {
  const sources = ourFiles(/\.tsx?$/).map((file) =>
    ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
  );
  const exported = new Map(sources.flatMap((source) => [...declarations(source)]));
  return sources.flatMap((source) => {
    const known = new Map([...exported, ...declarations(source)]);
    return classAttributes(source)
      .flatMap((attribute) => wordsIn(attribute, known, new Set()))
      .map((name) => ({ file: source.fileName, name }));
  });
}

function declarations(source: ts.SourceFile): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.body)
      found.set(statement.name.text, statement.body);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) found.set(name.text, initializer);
  }
  return found;
}

function classAttributes(node: ts.Node): ts.Node[] {
  const isNamed = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node);
  const own = isNamed && node.name.getText() === "className" ? [node] : [];
  return [...own, ...childrenOf(node).flatMap(classAttributes)];
}

function wordsIn(node: ts.Node, known: ReadonlyMap<string, ts.Node>, seen: Set<ts.Node>): string[] {
  if (seen.has(node)) return [];
  seen.add(node);
  // A text that is compared, passed on or looked up is not a class.
  if (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText())) return [];
  if (ts.isCallExpression(node)) return wordsIn(node.expression, known, seen);
  if (ts.isCaseClause(node)) return node.statements.flatMap((one) => wordsIn(one, known, seen));
  if (ts.isPropertyAssignment(node)) return wordsIn(node.initializer, known, seen);
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return node.text.split(/\s+/).filter(Boolean);
  const declared = ts.isIdentifier(node) ? known.get(node.text) : undefined;
  return (declared ? [declared] : childrenOf(node)).flatMap((child) => wordsIn(child, known, seen));
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return children;
}
