import { join } from "node:path";
import { buildPortal, isBuilt } from "@/scripts/launcher/portal-build";
import { runCommand } from "./command";
import { type Count, countPlaywright, countVitest } from "./test-report";

export interface StageContext {
  /** Deleted when the run ends. */
  folder: string;
  /** What the developer added to the command line, for the test programs. */
  words: string[];
  onText: (text: string) => void;
}

export interface StageResult extends Count {
  output: string;
}

const STAGES = ["format", "types", "lint", "unit", "build", "integration", "e2e"] as const;
export type Stage = (typeof STAGES)[number];

/** The stages of `--only a,b` (all without it), and the words left over for the test programs. */
export function readArguments(words: string[]): { wanted: Set<Stage>; words: string[] } {
  const at = words.indexOf("--only");
  if (at < 0) return { wanted: new Set(STAGES), words };
  const names = (words[at + 1] ?? "").split(",");
  const unknown = names.find((name) => !STAGES.some((stage) => stage === name));
  if (unknown !== undefined)
    throw new Error(`--only takes stages of ${STAGES.join(", ")}; not "${unknown}".`);
  const wanted = new Set(STAGES.filter((stage) => names.includes(stage)));
  if (wanted.has("e2e")) wanted.add("build");
  return { wanted, words: [...words.slice(0, at), ...words.slice(at + 2)] };
}

/** How each stage is checked; the static ones count as one test each. */
export const stages: Record<Stage, (context: StageContext) => Promise<StageResult>> = {
  format: () => check("node_modules/prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
  types: async () => {
    const generated = await check("node_modules/next/dist/bin/next", ["typegen"]);
    return generated.failed ? generated : check("node_modules/typescript/bin/tsc", ["--noEmit"]);
  },
  lint: () => check("node_modules/eslint/bin/eslint.js", [".", "--max-warnings", "0"]),
  unit: (context) => vitest("unit", context),
  integration: (context) => vitest("integration", context),
  build: async () => {
    if (isBuilt()) return { passed: 1, failed: 0, output: "" };
    const { ok, output } = await buildPortal(() => {});
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
  },
  e2e: async ({ folder, words, onText }) => {
    if (!isBuilt()) return { passed: 0, failed: 1, output: "There is no build to test.\n" };
    const report = join(folder, "e2e.json");
    const run = await runCommand(
      "node_modules/@playwright/test/cli.js",
      ["test", ...words],
      { ...colour(), E2E_REPORT: report, CI: "1" },
      onText,
    );
    return { ...countPlaywright(report, run.ok), output: run.output };
  },
};

async function check(script: string, words: string[]): Promise<StageResult> {
  const { ok, output } = await runCommand(script, words, { ...colour(), NEXT_TELEMETRY_DISABLED: "1" });
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

async function vitest(project: string, { folder, words, onText }: StageContext): Promise<StageResult> {
  const report = join(folder, `${project}.json`);
  const options = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  const run = await runCommand("node_modules/vitest/vitest.mjs", [...options, ...words], colour(), onText);
  return { ...countVitest(report, run.ok), output: run.output };
}

/** The programs write into a pipe, and the pipe leads to a terminal. */
function colour(): Record<string, string> {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined
    ? { FORCE_COLOR: "1" }
    : { NO_COLOR: "1" };
}
