// Installs the npm packages when they are missing or older than package-lock.json. Plain JavaScript with no
// dependency: this runs before there are any.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { begin, done, fail, progress } from "../terminal/steps.mjs";

const LOOK_MS = 300;

/** Brings node_modules in line with the lock file of `root`; silent when it is. Throws when npm fails. */
export async function installPackages(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const stamp = `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
  if (readText(join(root, "node_modules/.efacture")) === stamp) return;
  const wanted = JSON.parse(lock).packages;
  if (!isInstalled(root, wanted)) await runNpm(root, wanted);
  try {
    writeFileSync(join(root, "node_modules/.efacture"), stamp);
  } catch {
    // Another user's node_modules: complete all the same.
  }
}

/** npm's own record, written when an installation is complete, against the lock file. */
function isInstalled(root, wanted) {
  const record = readText(join(root, "node_modules/.package-lock.json"));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === version && existsSync(join(root, path)) : Boolean(optional);
  });
}

async function runNpm(root, wanted) {
  begin("Packages");
  const folders = Object.entries(wanted).filter(([path, { optional }]) => path !== "" && !optional);
  const timer = setInterval(() => {
    const count = folders.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
    progress(`${count} of ${folders.length} installed`, count / folders.length);
  }, LOOK_MS);
  // NODE_ENV=production or a user's npm settings would leave out what the build and the database need.
  const words = [
    "install",
    "--no-audit",
    "--no-fund",
    "--include=dev",
    "--include=optional",
    "--loglevel=error",
  ];
  const { code, output } = await run(npmCommand(), words, root);
  clearInterval(timer);
  if (code !== 0) {
    fail("npm install did not succeed");
    throw new Error(`npm install ended with ${code}:\n\n${output.trim()}`);
  }
  done(`${folders.length} installed`);
}

/** The npm that started us, run by the same Node; another package manager or none: the npm on the path. */
function npmCommand() {
  const path = process.env.npm_execpath ?? "";
  if (/npm-cli\.[cm]?js$/.test(path)) return [process.execPath, path];
  return process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
}

function run([command, ...first], words, cwd) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, [...first, ...words], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) =>
      resolve({ code: error.code, output: `${error.message}\nIs npm installed?` }),
    );
    child.on("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
