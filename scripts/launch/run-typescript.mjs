// The way from plain Node into the project's TypeScript: checks Node, installs what is missing, then imports.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `file` (relative to the project) in this process, with `words` as its arguments. */
export async function runTypescript(file, words) {
  if (!isNodeNewEnough(process.versions.node)) {
    stop(`E-Facture needs Node 20.19 or newer; this is ${process.versions.node} (${process.execPath}).`);
  }
  try {
    process.chdir(root);
    const { installPackages } = await import("./install-packages.mjs");
    await installPackages(root);
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: resolve(root, "tsconfig.json") });
    process.argv = [process.execPath, resolve(root, file), ...words];
    await import(pathToFileURL(resolve(root, file)).href);
  } catch (error) {
    stop(process.env.DEBUG ? error.stack : error.message);
  }
}

function isNodeNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function stop(sentence) {
  console.error(`\n  ${String(sentence).replaceAll("\n", "\n  ")}\n`);
  process.exit(1);
}
