import { accessSync, constants } from "node:fs";
import { begin, done, drop, failIfBegun, progress, say } from "@/scripts/launcher/steps.mjs";
import {
  createTemporaryFolder,
  removeTemporaryFolder,
  sweepTemporaryFolders,
} from "@/tests/support/temporary-folder";
import { stopCommands } from "./command";
import { installChromium } from "./install-chromium";
import { stageLine } from "./stage-line";
import { readArguments, type Stage, type StageResult, stages } from "./stages";

// `npm test [-- --only STAGE[,STAGE…] [ARGS…]]`: each stage runs even if an earlier one failed; only the last line says
// `N passed, N failed`. The other arguments, such as a file name, go to the test programs.
const { wanted, args } = readArguments(process.argv.slice(2));
const startedAt = Date.now();
const total = { passed: 0, failed: 0 };
const failedStages: string[] = [];
const running = new Set<Stage>();
let isStopping = false;

sweepTemporaryFolders();
// The tests and the browser use this folder for temporary files, which are deleted with it.
const folder = createTemporaryFolder("run");
process.env.TMPDIR = folder;
if (!isWritable(process.env.HOME)) process.env.HOME = folder;
process.on("exit", () => removeTemporaryFolder(folder));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void stopEarly());

await findBrowser();
begin("Checks");
// In parallel, for two cores: the stages up to the build, which later stages need, and the checks that only read files.
await Promise.all([
  runOneByOne(["types", "build"]),
  runOneByOne(["format", "lint", "structure", "unused", "unit"]),
]);
drop();
await runShowingOutput("integration");
await runShowingOutput("e2e");
await runShowingOutput("firefox");

say(
  `\n  ${failedStages.length ? `Failed: ${failedStages.join(", ")}.` : "All stages passed."} ${minutes()}\n\n`,
);
say(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed ? 1 : 0);

async function findBrowser(): Promise<void> {
  if (!wanted.has("e2e")) return;
  begin("Browser");
  const browser = await installChromium((text) => progress(text.trim().split("\n").at(-1) ?? ""));
  if (browser.path !== null) {
    process.env.PLAYWRIGHT_CHROMIUM = browser.path;
    return done(browser.path);
  }
  failIfBegun();
  say(`${browser.reason}\n`);
}

async function runOneByOne(names: Stage[]): Promise<void> {
  for (const name of names.filter((one) => wanted.has(one))) {
    running.add(name);
    progress([...running].join(", "));
    const began = Date.now();
    const result = await runStage(name, () => {});
    running.delete(name);
    progress([...running].join(", "));
    say(stageLine(name, result, Date.now() - began));
    if (result.failed) say(`\n${result.output.trim()}\n\n`);
  }
}

async function runShowingOutput(name: Stage): Promise<void> {
  if (!wanted.has(name)) return;
  say(`\n  ${name}\n`);
  const began = Date.now();
  const result = await runStage(name, say);
  say(stageLine(name, result, Date.now() - began));
}

async function runStage(name: Stage, onText: (text: string) => void): Promise<StageResult> {
  const result = await stages[name]({ folder, args, onText }).catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: String(error),
  }));
  // Ctrl-C ended the stage, so it has no result and no other stage begins.
  if (isStopping) return new Promise(() => {});
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.failed) failedStages.push(name);
  return result;
}

async function stopEarly(): Promise<void> {
  isStopping = true;
  failIfBegun();
  await stopCommands();
  process.exit(130);
}

function isWritable(path: string | undefined): boolean {
  try {
    accessSync(path ?? "", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function minutes(): string {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
