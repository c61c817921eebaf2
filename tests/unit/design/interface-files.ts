import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of `app` and `components` whose name matches `ending`. */
export function ourFiles(ending: RegExp): string[] {
  return ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => ending.test(name))
      .map((name) => join(folder, name)),
  );
}
