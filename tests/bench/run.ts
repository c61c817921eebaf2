import { benchConsolePages } from "./console-pages";
import { benchConsoleSearch } from "./console-search";
import { benchDigest } from "./digest";
import { benchImports } from "./imports";
import { benchLighthouse } from "./lighthouse";
import { benchList } from "./list";
import { benchListPage } from "./list-page";
import { benchPack } from "./pack";

const BENCHES: Record<string, (sizes?: number[]) => Promise<void>> = {
  "console-pages": benchConsolePages,
  "console-search": benchConsoleSearch,
  digest: benchDigest,
  imports: benchImports,
  lighthouse: benchLighthouse,
  list: benchList,
  "list-page": benchListPage,
  pack: benchPack,
};

const isSize = (text: string) => /^\d+$/.test(text);
const given = process.argv.slice(2);
const names = given.filter((text) => !isSize(text));
const sizes = given.filter(isSize).map(Number);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`,
  );
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES))
    await BENCHES[name]?.(sizes.length > 0 ? sizes : undefined);
}
