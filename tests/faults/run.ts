import { env } from "@/lib/env";
import { startApp } from "@/tests/support/app";
import { testDatabase } from "@/tests/support/database";
import type { ResendStub } from "@/tests/support/resend-stub";
import { borrowedSession } from "./borrowed-session";
import { buildIfNeeded } from "./build-if-needed";
import { openFaultWorld, openProvider } from "./fault-world";
import { hostileProvider } from "./hostile-provider";
import { killedDigest } from "./killed-digest";
import { killedImport } from "./killed-import";
import { crossSiteFacts, secondLine, wrongSettings } from "./second-line";
import { sideBySide } from "./side-by-side";
import { slowText, starvation } from "./starvation";
import { tellingTimes } from "./telling-times";
import { tokenRace } from "./token-race";

type Suite = (world: { stub: ResendStub; seed: string }) => Promise<string[]>;

/** The suites by the names in docs/reliability.md and docs/security.md, with the sizes given there. */
const SUITES: Record<string, Suite> = {
  B2: (world) => killedDigest({ ...world, kills: 60, accounts: 250, invoicesPerAccount: 2 }),
  B3: onTwoInstances,
  B5: () => tokenRace({ tokens: 100, parallel: 50 }),
  B6: (world) =>
    hostileProvider({
      ...world,
      mails: { link: 1_300, attachment: 500, digest: 200 },
      refused: 20,
      hangs: 8,
      lost: 50,
    }),
  T2: () => tellingTimes({ each: 60 }),
  T29: ({ stub }) => withPortals(1, ([url = ""]) => borrowedSession({ url, stub })),
  T30: () =>
    starvation({ invoices: Number(options.get("--invoices") ?? 200_000), only: options.get("--attack") }),
  T31: slowText,
  T32: secondLine,
  T34: crossSiteFacts,
  T35: wrongSettings,
  import: ({ seed }) => killedImport({ seed, lines: 2_000, kills: 12 }),
};

/** Two servers of the built portal on one database, each with its own pool. */
function onTwoInstances({ stub }: { stub: ResendStub }): Promise<string[]> {
  return withPortals(2, (urls) =>
    sideBySide({
      ...{ stub, rounds: 6, calls: 50, accounts: 60 },
      call: (path, n) =>
        fetch(`${urls[n % 2]}${path}`, { headers: { authorization: `Bearer ${env().CRON_SECRET}` } }),
    }),
  );
}

/** Runs `attack` against `count` servers of the built portal. */
async function withPortals(count: number, attack: (urls: string[]) => Promise<string[]>): Promise<string[]> {
  await buildIfNeeded();
  const instance = () =>
    startApp({
      database: testDatabase(),
      dataDir: env().DATA_DIR,
      // Without the timer of the embedded mode, so that only the calls do the work.
      env: { EMBEDDED: "", EMAIL_TRANSPORT: "resend", LOG_LEVEL: "error" },
    });
  const apps = await Promise.all(Array.from({ length: count }, instance));
  try {
    return await attack(apps.map(({ url }) => url));
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
}

const args = process.argv.slice(2);
const options = new Map<string, string>();
while (args.at(-2)?.startsWith("--")) {
  const [name = "", value = ""] = args.splice(-2);
  options.set(name, value);
}
const seed = options.get("--seed") ?? new Date().toISOString().slice(0, 19);
const unknown = args.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(", ")}. There are: ${Object.keys(SUITES).join(", ")}.`);
  process.exitCode = 2;
} else {
  console.log(`seed ${seed} (repeat with --seed ${seed})`);
  for (const name of args.length > 0 ? args : Object.keys(SUITES)) await runSuite(name);
}

async function runSuite(name: string): Promise<void> {
  const start = performance.now();
  const close = await openFaultWorld();
  try {
    const { stub, stop } = await openProvider();
    try {
      const report = (await SUITES[name]?.({ stub, seed: `${name} ${seed}` })) ?? [];
      console.log(`\n${name} held, in ${Math.round((performance.now() - start) / 1000)} s`);
      for (const line of report) console.log(`  ${line}`);
    } finally {
      await stop();
    }
  } catch (error) {
    console.error(`\n${name} did NOT hold:`, error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}
