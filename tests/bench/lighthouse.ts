import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LOCALE_COOKIE } from "@/lib/languages";
import { CHROMIUM_FLAGS, findChromium } from "@/tests/support/chromium";
import { startDemoPortal } from "@/tests/support/demo-portal";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { percentile } from "./percentile";
import { signedInCookies } from "./signed-in";

/** The last version for Node 20; installed when the benchmark runs, because nothing else needs its hundred packages. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = 5;

/** Sometimes Lighthouse misses the beginning of a page and must run again. */
const TRIES = 3;

const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;

const report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullish(), displayValue: z.string().optional() }),
  ),
});
type Report = z.infer<typeof report>;

/**
 * Lighthouse on a simulated phone for the sign-in page and the signed-in list of a fresh demo: medians of five runs.
 */
export async function benchLighthouse(): Promise<void> {
  const portal = await startDemoPortal();
  const folder = createTemporaryFolder("lighthouse");
  try {
    const pages = [
      { name: "sign-in", path: "/mobilize-lease", cookie: `${LOCALE_COOKIE}=fr` },
      { name: "list", path: "/invoices", cookie: await signedInCookies() },
    ];
    console.log(`\n${LIGHTHOUSE}, mobile, median of ${RUNS} (target: performance 95)\n`);
    for (const { name, path, cookie } of pages) {
      const headers = join(folder, `${name}.json`);
      writeFileSync(headers, JSON.stringify({ cookie }), { mode: 0o600 });
      const reports: Report[] = [];
      for (let run = 0; run < RUNS; run += 1)
        reports.push(await runLighthouse(portal.app.url + path, headers));
      printScores(name, reports);
    }
  } finally {
    removeTemporaryFolder(folder);
    await portal.stop();
  }
}

async function runLighthouse(url: string, headersFile: string, left = TRIES - 1): Promise<Report> {
  const args = [
    ...["--yes", LIGHTHOUSE, url, "--quiet", "--output=json", `--extra-headers=${headersFile}`],
    `--only-categories=${CATEGORIES.join(",")}`,
    `--chrome-flags=${["--headless=new", ...CHROMIUM_FLAGS].join(" ")}`,
  ];
  const child = spawn("npx", args, {
    env: { ...process.env, CHROME_PATH: findChromium() ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (text) => (output += String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === 0) return report.parse(JSON.parse(output));
  if (left > 0) return runLighthouse(url, headersFile, left - 1);
  throw new Error(`Lighthouse ended with ${code}, ${TRIES} times.`);
}

function printScores(name: string, reports: readonly Report[]): void {
  const scores = CATEGORIES.map((category) => {
    const values = reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100));
    return `${category} ${percentile(values, 50)} (${[...values].sort((a, b) => a - b).join(" ")})`;
  });
  console.log(`  ${name.padEnd(8)} ${scores.join("  ")}`);
  const [first] = reports;
  if (!first) return;
  console.log(
    `           ${METRICS.map((id) => `${id} ${first.audits[id]?.displayValue ?? "?"}`).join("  ")}`,
  );
  const faults = Object.values(first.audits).filter(({ score }) => typeof score === "number" && score < 0.9);
  for (const { title, displayValue = "" } of faults) console.log(`           - ${title} ${displayValue}`);
}
