import { readFileSync } from "node:fs";
import { z } from "zod";

const routes = z.record(z.string(), z.string());
const actions = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
  edge: z.record(z.string(), z.unknown()),
});

export interface BuiltAction {
  id: string;
  /** `file#export`, the name in the classification. */
  name: string;
  /** Routes whose pages contain it. */
  routes: string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(`.next/${file}`, "utf8"));

/** Every page and route handler of the build, as a pattern such as `/invoices/[id]`. */
export function builtRoutes(): string[] {
  return [...new Set(Object.values(routes.parse(read("app-path-routes-manifest.json"))))].sort();
}

/** Every server action of the build. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = actions.parse(read("server/server-reference-manifest.json"));
  if (Object.keys(edge).length > 0) throw new Error("There are actions outside the Node.js server.");
  const pattern = routes.parse(read("app-path-routes-manifest.json"));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    routes: Object.keys(workers).map((worker) => pattern[worker.replace(/^app/, "")] ?? worker),
  }));
}
