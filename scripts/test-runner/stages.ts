import { join } from "node:path";
import { buildPortal, isBuilt } from "@/scripts/launcher/portal-build";
import { runCommand } from "./command";
import { type Count, countPlaywright, countVitest } from "./test-report";

export interface StageContext {
  /** The temporary folder, deleted when the run ends. */
  folder: string;
  /** The arguments for the test programs. */
  args: string[];
  onText: (text: string) => void;
}

export interface StageResult extends Count {
  output: string;
}

const STAGES = [
  "format",
  "types",
  "lint",
  "structure",
  "unused",
  "unit",
  "build",
  "integration",
  "e2e",
  "firefox",
] as const;
export type Stage = (typeof STAGES)[number];

/** Few machines have a Firefox, so this stage runs only when it is asked for. */
const ON_REQUEST: readonly Stage[] = ["firefox"];

/**
 * Returns the stages of `--only a,b` (without it, all but those on request), and the other arguments for the test
 * programs.
 */
export function readArguments(args: string[]): { wanted: Set<Stage>; args: string[] } {
  const at = args.indexOf("--only");
  if (at < 0) return { wanted: new Set(STAGES.filter((stage) => !ON_REQUEST.includes(stage))), args };
  const names = (args[at + 1] ?? "").split(",");
  const unknown = names.find((name) => !STAGES.some((stage) => stage === name));
  if (unknown !== undefined)
    throw new Error(`--only takes stages of ${STAGES.join(", ")}; not "${unknown}".`);
  const wanted = new Set(STAGES.filter((stage) => names.includes(stage)));
  if (wanted.has("e2e") || wanted.has("firefox")) wanted.add("build");
  return { wanted, args: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/** The function of each stage. A static check counts as one test. */
export const stages: Record<Stage, (context: StageContext) => Promise<StageResult>> = {
  format: () => check("node_modules/prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
  types: async () => {
    const generated = await check("node_modules/next/dist/bin/next", ["typegen"]);
    return generated.failed ? generated : check("node_modules/typescript/bin/tsc", ["--noEmit"]);
  },
  lint: () => check("node_modules/eslint/bin/eslint.js", [".", "--max-warnings", "0"]),
  structure: () => check("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ["."]),
  unused: () => check("node_modules/knip/bin/knip.js", ["--no-progress"]),
  unit: (context) => vitest("unit", context),
  integration: (context) => vitest("integration", context),
  firefox: (context) => vitest("firefox", context),
  build: async () => {
    if (isBuilt()) return { passed: 1, failed: 0, output: "" };
    const { ok, output } = await buildPortal(() => {});
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
  },
  e2e: async ({ folder, args, onText }) => {
    if (!isBuilt()) return { passed: 0, failed: 1, output: "There is no build to test.\n" };
    const report = join(folder, "e2e.json");
    const run = await runCommand(
      "node_modules/@playwright/test/cli.js",
      ["test", ...args],
      { ...colour(), E2E_REPORT: report, CI: "1" },
      onText,
    );
    return { ...countPlaywright(report, run.ok), output: run.output };
  },
};

async function check(script: string, args: string[]): Promise<StageResult> {
  const { ok, output } = await runCommand(script, args, { ...colour(), NEXT_TELEMETRY_DISABLED: "1" });
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

async function vitest(project: string, { folder, args, onText }: StageContext): Promise<StageResult> {
  const report = join(folder, `${project}.json`);
  const options = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  const run = await runCommand("node_modules/vitest/vitest.mjs", [...options, ...args], colour(), onText);
  return { ...countVitest(report, run.ok), output: run.output };
}

/** Returns the colour setting for the programs: they write into a pipe, but their text is printed on the terminal. */
function colour(): Record<string, string> {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined
    ? { FORCE_COLOR: "1" }
    : { NO_COLOR: "1" };
}
