import { z } from "zod";
import { readIfPresent } from "@/db/embedded/private-file";

export interface Count {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Counts the results of vitest's JSON report. A file that could not be loaded counts as one failure. */
export function countVitest(path: string, ok: boolean): Count {
  const report = vitestReport.safeParse(readJson(path)).data;
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return withExitCode({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, ok);
}

/** Counts the results of Playwright's JSON report. A test that passed only at a second try counts as failed. */
export function countPlaywright(path: string, ok: boolean): Count {
  const report = playwrightReport.safeParse(readJson(path)).data;
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky }, ok);
}

/** Counts one failure for a program that ended with an error although its report has no failure. */
function withExitCode(count: Count, ok: boolean): Count {
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readIfPresent(path) ?? "null");
  } catch {
    return null;
  }
}
