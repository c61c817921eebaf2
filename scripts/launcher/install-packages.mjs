// @ts-check
// Installs the npm packages if they are missing or differ from package-lock.json. Plain JavaScript without packages,
// because it runs before any package is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { begin, done, fail, progress } from "./steps.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

const POLL_MS = 300;
// --no-save, because some versions of npm rewrite the lock file in their own way. The two `include` override
// NODE_ENV=production and the user's npm settings, which would leave out what the build and the database need.
const INSTALL = [
  ...["install", "--no-save", "--no-audit", "--no-fund"],
  ...["--include=dev", "--include=optional", "--loglevel=error"],
];

/**
 * Makes node_modules match the lock file of `root`. Prints nothing if it already does. Throws if npm fails.
 * @param {string} root
 */
export async function installPackages(root) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
  if (readText(join(root, "node_modules/.efacture")) === stamp) return;
  /** @type {Packages} */
  const wanted = JSON.parse(lock).packages;
  if (!isInstalled(root, wanted)) await runNpm(root, wanted);
  try {
    writeFileSync(join(root, "node_modules/.efacture"), stamp);
  } catch {
    // node_modules belongs to another user, but it is complete.
  }
}

/**
 * Compares the lock file with npm's own record, which npm writes when an installation is complete.
 * @param {string} root
 * @param {Packages} wanted
 */
function isInstalled(root, wanted) {
  const record = readText(join(root, "node_modules/.package-lock.json"));
  if (record === null) return false;
  /** @type {Packages} */
  const installed = JSON.parse(record).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === version && existsSync(join(root, path)) : Boolean(optional);
  });
}

/**
 * @param {string} root
 * @param {Packages} wanted
 */
async function runNpm(root, wanted) {
  begin("Packages");
  const folders = Object.entries(wanted).filter(([path, { optional }]) => path !== "" && !optional);
  const timer = setInterval(() => {
    const count = folders.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
    progress(`${count} of ${folders.length} installed`, count / folders.length);
  }, POLL_MS);
  const { end, output } = await run([...npmCommand(), ...INSTALL], root);
  clearInterval(timer);
  if (end !== 0) {
    fail("npm install did not succeed");
    throw new Error(`npm install ended with ${end}:\n\n${output.trim()}`);
  }
  done(`${folders.length} installed`);
}

/** Returns the command of the npm that started this process, run by the same Node; else of the npm on the path. */
function npmCommand() {
  const path = process.env.npm_execpath ?? "";
  if (/npm-cli\.[cm]?js$/.test(path)) return [process.execPath, path];
  return process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
}

/**
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<{ end: number | string | null, output: string }>} `end` is an exit code, a signal or "an error"
 */
function run([program = "", ...args], cwd) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ end: "an error", output: `${error.message}\nIs npm installed?` }));
    child.on("close", (code, signal) => resolve({ end: code ?? signal, output }));
  });
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
