import { readFileSync } from "node:fs";
import { ourFiles } from "./interface-files";

/** A selector of one of our style sheets, or the name of an `@utility`. */
export interface Selector {
  file: string;
  text: string;
}

const UTILITY = /^@utility\s+([\w-]+)/;

/** The selectors of our style sheets, without at-rules, but with the utilities that at-rules define. */
export function readSelectors(): Selector[] {
  return ourFiles(/\.css$/).flatMap((file) =>
    preludes(readFileSync(file, "utf8"))
      .map((prelude) => prelude.replace(UTILITY, ".$1"))
      .filter((prelude) => !prelude.startsWith("@"))
      .map((text) => ({ file, text })),
  );
}

/** The names of the classes in a selector. */
export const classesOf = ({ text }: Selector): string[] =>
  Array.from(text.matchAll(/\.([a-zA-Z][\w-]*)/g), ([, name = ""]) => name);

function preludes(css: string): string[] {
  const bare = css.replace(/\/\*.*?\*\//gs, "").replace(/"[^"]*"/g, '""');
  return Array.from(bare.matchAll(/([^{};]+)\{/g), ([, prelude = ""]) => prelude.trim().replace(/\s+/g, " "));
}
