import { strict as assert } from "node:assert";
import { buildIfNeeded } from "./build-if-needed";
import { ask } from "./starvation/ask";
import { attackFromOutside } from "./starvation/attack-from-outside";
import { startAttackedPortal } from "./starvation/attacked-portal";
import { attacksOn } from "./starvation/attacks";
import { measure, resourceUse, watchWork } from "./starvation/measure";

/** Requests that are not counted, so that the code is compiled and the caches are full. */
const WARM_UP = 30;

/** Times below this are too short to be compared on a machine with other work. */
const SLACK_MS = 25;

export interface StarvationSize {
  /** The number of invoices of the account that attacks. */
  invoices: number;
  /** Part of the names of the attacks that are wanted; all of them by default. */
  only?: string | undefined;
}

/**
 * T30: each attack is repeated at a volume that once made the portal unusable, while a user of another tenant and
 * network continues to work. None of that user's requests is refused, and 95 of 100 take at most twice as long as
 * without the attack.
 */
export async function starvation({ invoices, only = "" }: StarvationSize): Promise<string[]> {
  await buildIfNeeded();
  const portal = await startAttackedPortal(invoices);
  const report: string[] = [];
  const broken: string[] = [];
  try {
    for (const attack of (await attacksOn(portal)).filter(({ name }) => name.includes(only))) {
      await measure(attack.victim, WARM_UP);
      const alone = await measure(attack.victim, attack.times);
      const running = await attackFromOutside(portal, attack.name);
      const work = watchWork({ portal: portal.app.pid, attack: running.pid });
      const attacked = await measure(attack.victim, attack.times);
      const cores = work();
      const attackReport = await running.end();
      const line = `${attack.name}: p95 ${alone.p95} ms alone, ${attacked.p95} ms attacked (p50 ${alone.p50} and ${attacked.p50}), ${attacked.refused} of ${attacked.asked} refused; cores used: ${cores}; ${attackReport}`;
      report.push(line);
      console.log(`  ${line}`);
      if (attacked.refused > 0 || attacked.p95 > Math.max(2 * alone.p95, alone.p95 + SLACK_MS))
        broken.push(line);
    }
  } finally {
    if (portal.app.output() !== "") console.log(portal.app.output().slice(-4_000));
    await portal.stop();
  }
  assert.deepEqual(broken, []);
  return report;
}

/**
 * T31: compares the CPU time of 60 exports with a long amount and 60 with a short one, all without a session. Reading
 * the long amount once took 117 ms each time.
 */
export async function slowText(): Promise<string[]> {
  await buildIfNeeded();
  const portal = await startAttackedPortal(10);
  const cpuOf = async (min: string) => {
    const path = `${portal.app.url}/invoices/export?min=${encodeURIComponent(min)}`;
    const before = resourceUse(portal.app.pid).cpuMs;
    for (let request = 0; request < 60; request += 1) assert.equal((await ask(path)).status, 401);
    return (resourceUse(portal.app.pid).cpuMs - before) / 60;
  };
  try {
    await cpuOf("1");
    const [short, long] = [await cpuOf("1"), await cpuOf(`-${" ".repeat(62)}!`)];
    assert.ok(long <= Math.max(2 * short, short + 10), `${long} ms against ${short} ms`);
    return [
      `an export without a session: ${long.toFixed(1)} ms of CPU time, with a short amount ${short.toFixed(1)} ms`,
    ];
  } finally {
    await portal.stop();
  }
}
