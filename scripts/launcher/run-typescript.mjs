// @ts-check
// The first file of all commands: checks the version of Node, installs missing packages, then runs TypeScript.
// Plain JavaScript, because it runs before the packages that make TypeScript run are installed.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs `file` (relative to the project) in this process with the given arguments.
 * @param {string} file
 * @param {string[]} args
 */
export async function runTypescript(file, args) {
  if (!isNodeNewEnough(process.versions.node)) {
    stop(`E-Facture needs Node 20.19 or newer; this is ${process.versions.node} (${process.execPath}).`);
  }
  try {
    process.chdir(root);
    const { installPackages } = await import("./install-packages.mjs");
    await installPackages(root);
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: resolve(root, "tsconfig.json") });
    process.argv = [process.execPath, resolve(root, file), ...args];
    await import(pathToFileURL(resolve(root, file)).href);
  } catch (error) {
    stop(error instanceof Error ? (process.env.DEBUG && error.stack) || error.message : String(error));
  }
}

/** @param {string} version */
function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** @param {string} message */
function stop(message) {
  console.error(`\n  ${message.replaceAll("\n", "\n  ")}\n`);
  process.exit(1);
}
