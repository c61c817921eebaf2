import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A statement of lib that writes a table. `columns` is null except for an update with literal columns. */
export interface TableWrite {
  file: string;
  table: string;
  columns: string[] | null;
}

/** Every `insert`, `update` and `delete` of Drizzle and every `insertRows` in lib. */
export function tableWrites(): TableWrite[] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join("lib", name))
    .flatMap((file) => writesIn(file, readFileSync(file, "utf8")));
}

/** The writes of one source text, as `tableWrites` finds them. */
export function writesIn(file: string, text: string): TableWrite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const tables = importedTables(source);
  const writes: TableWrite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const table = writtenTable(node);
      if (table && tables.has(table)) writes.push({ file, table, columns: updatedColumns(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return writes;
}

function importedTables(source: ts.SourceFile): Set<string> {
  return new Set(
    source.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
      const names = importClause?.namedBindings;
      const isSchema = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text.startsWith("@/db/schema/");
      return isSchema && names && ts.isNamedImports(names) ? names.elements.map(({ name }) => name.text) : [];
    }),
  );
}

function writtenTable(call: ts.CallExpression): string | null {
  const { expression, arguments: given } = call;
  const isMethod =
    ts.isPropertyAccessExpression(expression) && /^(insert|update|delete)$/.test(expression.name.text);
  const isInsertRows = ts.isIdentifier(expression) && expression.text === "insertRows";
  const table = isMethod ? given[0] : isInsertRows ? given[1] : undefined;
  return table && ts.isIdentifier(table) ? table.text : null;
}

/** The columns of `.update(table).set({ … })`. */
function updatedColumns(update: ts.CallExpression): string[] | null {
  const set = update.parent;
  if (!ts.isPropertyAccessExpression(set) || set.name.text !== "set" || !ts.isCallExpression(set.parent))
    return null;
  const [values] = set.parent.arguments;
  return values ? keysOf(values) : null;
}

/** The keys of an object literal, including those of conditionally spread literals. */
function keysOf(values: ts.Expression): string[] | null {
  if (ts.isParenthesizedExpression(values)) return keysOf(values.expression);
  if (ts.isBinaryExpression(values)) return keysOf(values.right);
  if (!ts.isObjectLiteralExpression(values)) return null;
  const keys = values.properties.map((property) =>
    ts.isSpreadAssignment(property)
      ? keysOf(property.expression)
      : property.name
        ? [property.name.getText()]
        : null,
  );
  return keys.some((one) => one === null) ? null : keys.flatMap((one) => one ?? []);
}
