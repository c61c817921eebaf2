import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["app", "components", "lib"];
const WRAPPERS_FILE = "lib/actions/wrappers.ts";

/** The names of the wrappers that make actions. */
export function actionWrappers(): string[] {
  return [
    ...readFileSync(WRAPPERS_FILE, "utf8").matchAll(
      /^export const (\w+) = (?:actionFor|provenActionFor)\(/gm,
    ),
  ].map(([, name = ""]) => name);
}

/** The wrapper of every server action in the code, by the action's name in the build (`file#export`). */
export function writtenActions(): Map<string, string> {
  const actions = new Map<string, string>();
  for (const [file, source] of serverFiles())
    for (const [, name, wrapper = ""] of source.matchAll(/^export const (\w+) =\s+(\w+)\(/gm))
      actions.set(`${file}#${name}`, wrapper);
  return actions;
}

/** Other exports in files of server actions, and every "use server" that is not the first line of its file. */
export function unwrappedActions(): string[] {
  const wrapped = new RegExp(`^export const \\w+ =\\s*(${actionWrappers().join("|")})\\(`);
  return serverFiles().flatMap(([file, source]) => [
    ...source
      .split(/^(?=export\b)/m)
      .slice(1)
      .filter((exported) => !wrapped.test(exported))
      .map((exported) => `${file}: ${exported.split("\n")[0]}`),
    ...source
      .split("\n")
      .flatMap((line, index) =>
        index > 0 && isDirective(line) ? [`${file}: "use server" in line ${index + 1}`] : [],
      ),
    ...(source.includes('from "@/lib/actions/wrappers"') ? [] : [`${file}: no wrapper`]),
  ]);
}

const isDirective = (line: string) => /^\s*['"]use server['"]/.test(line);

function serverFiles(): [string, string][] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file): [string, string] => [file, readFileSync(file, "utf8")])
    .filter(([, source]) => source.split("\n").some(isDirective));
}
