import postgres from "postgres";
import { type DemoPortal, startDemoPortal } from "@/tests/support/demo-portal";
import { buildWithBarePage } from "./build-with-bare-page";
import { cpuTime } from "./cpu-time";
import { percentile } from "./percentile";
import { type Visit, visitor } from "./visitor";

const WARM_UP = 300;
const ROUNDS = 15;
const REQUESTS_A_ROUND = 60;

const PATHS = { bare: "/bare", list: "/invoices" };
type Name = keyof typeof PATHS;
const NAMES = ["bare", "list"] as const satisfies Name[];

/** Milliseconds per request: CPU of the portal, CPU of its connections in PostgreSQL, time until the answer. */
interface Round {
  cpu: number;
  database: number;
  times: number[];
}

interface Bench {
  visit: Visit;
  portal: number;
  sql: postgres.Sql;
}

/**
 * Compares the signed-in list of 25 demo invoices with a bare dynamic page of the same build, under the same layout and
 * proxy. Rounds of both alternate, one request after the other. The result is the CPU time of the portal's process.
 */
export async function benchListPage(): Promise<void> {
  const build = await buildWithBarePage();
  let demo: DemoPortal | null = null;
  try {
    demo = await startDemoPortal(build.folder);
    const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
    const bench = { visit: await visitor(demo.app.url), portal: demo.app.pid, sql };
    await checkList(bench.visit);
    const rounds: Record<Name, Round[]> = { bare: [], list: [] };
    for (const name of NAMES) await measure(bench, name, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of NAMES) rounds[name].push(await measure(bench, name, REQUESTS_A_ROUND));
    await sql.end();
    report(rounds, (await bench.visit(PATHS.list)).bytes);
  } finally {
    await demo?.stop();
    build.remove();
  }
}

async function checkList(visit: Visit): Promise<void> {
  const { status, text } = await visit(PATHS.list, { "accept-encoding": "identity" });
  const rows = new Set(text.match(/href="\/invoices\/[0-9a-f-]{36}/g)).size;
  if (status !== 200 || rows !== 25) throw new Error(`Unexpected list: status ${status}, ${rows} invoices.`);
}

async function measure({ visit, portal, sql }: Bench, name: Name, requests: number): Promise<Round> {
  const times: number[] = [];
  const before = { cpu: cpuTime(portal), database: cpuTime(...(await backends(sql))) };
  for (let index = 0; index < requests; index += 1) {
    const start = performance.now();
    const { status } = await visit(PATHS[name]);
    times.push(performance.now() - start);
    if (status !== 200) throw new Error(`${PATHS[name]} answered ${status}.`);
  }
  const after = { cpu: cpuTime(portal), database: cpuTime(...(await backends(sql))) };
  return {
    cpu: (after.cpu - before.cpu) / requests,
    database: (after.database - before.database) / requests,
    times,
  };
}

async function backends(sql: postgres.Sql): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'e-facture' and datname = current_database()`;
  return rows.map(({ pid }) => pid);
}

function report(rounds: Record<Name, Round[]>, bytes: number): void {
  const cpu = (name: Name) =>
    percentile(
      rounds[name].map((round) => round.cpu),
      50,
    );
  console.log(`
list-page: the signed-in list of 25 invoices compared with a bare page, ${ROUNDS} rounds of ${REQUESTS_A_ROUND} requests
milliseconds a request, CPU as the median of the rounds

              CPU of the portal   CPU of PostgreSQL   answered p50      p95`);
  for (const name of NAMES) {
    const database = percentile(
      rounds[name].map((round) => round.database),
      50,
    );
    const times = rounds[name].flatMap((round) => round.times);
    const cells = [cpu(name), database, percentile(times, 50), percentile(times, 95)];
    const widths = [19, 20, 15, 9];
    console.log(
      `  ${name.padEnd(10)}${cells.map((ms, index) => ms.toFixed(2).padStart(widths[index] ?? 0)).join("")}`,
    );
  }
  console.log(`
  throughput of the list against the bare page: ${(cpu("bare") / cpu("list")).toFixed(2)} (target: 0.45)
  HTML of the list on the wire: ${(bytes / 1024).toFixed(1)} kB (target: 30)`);
}
