import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { begin, bold, done, fail, green, red, say } from "@/scripts/launcher/steps.mjs";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

// `npm run test:node -- [VERSION…] [ARGS…]`: runs `npm test -- ARGS` under each version of Node, such as 24 or 20.19.
// npm installs the binaries in a temporary folder, so that no other Node need be installed.

const VERSIONS = ["20", "24", "26"];
const args = process.argv.slice(2);
const named = args.filter((arg) => /^\d+(\.\d+){0,2}$/.test(arg));
const testArgs = args.filter((arg) => !named.includes(arg));

const folder = createTemporaryFolder("node");
process.on("exit", () => removeTemporaryFolder(folder));

let runningTests: ChildProcess | null = null;
let isStopping = false;
// Ctrl-C also reaches the tests, which stop what they have started.
process.on("SIGINT", () => (isStopping = true));
process.on("SIGTERM", () => {
  isStopping = true;
  runningTests?.kill("SIGTERM");
});

const failed: string[] = [];
for (const version of named.length > 0 ? named : VERSIONS) {
  if (isStopping) break;
  const node = installNode(version);
  const hasPassed = node !== null && (await runTests(node));
  if (!hasPassed) failed.push(version);
  say(`\n  ${hasPassed ? green("✓") : red("✗")} ${bold(`Node ${version}`)}\n`);
}
if (failed.length > 0) say(`\n  Failed under Node ${failed.join(", ")}.\n`);
process.exitCode = isStopping ? 130 : failed.length > 0 ? 1 : 0;

/** Installs Node in the given version and returns its path; null if npm has none for this machine. */
function installNode(version: string): string | null {
  begin(`Node ${version}`);
  const system = process.platform === "win32" ? "win" : process.platform;
  const target = join(folder, version);
  const install = [
    "install",
    "--no-audit",
    "--no-fund",
    "--prefix",
    target,
    `node-${system}-${process.arch}@${version}`,
  ];
  const npm = spawnSync("npm", install, { encoding: "utf8", cwd: folder });
  if (npm.status !== 0) {
    fail("npm could not install it");
    say(`${npm.stderr}\n`);
    return null;
  }
  done();
  return join(
    target,
    "node_modules",
    `node-${system}-${process.arch}`,
    "bin",
    system === "win" ? "node.exe" : "node",
  );
}

/** Runs the tests with the given binary; returns whether all passed. */
function runTests(node: string): Promise<boolean> {
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const tests = spawn(node, ["scripts/test.mjs", ...testArgs], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  runningTests = tests;
  return new Promise((resolve) => {
    tests.on("error", () => resolve(false));
    tests.on("exit", (code) => resolve(code === 0));
  });
}
