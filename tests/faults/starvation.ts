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
  /** The invoices of the account that attacks. */
  invoices: number;
  /** Part of the names of the attacks that are wanted; all of them by default. */
  only?: string | undefined;
}

/**
 * T30: each attack is repeated at a volume that once made the portal unusable, while somebody of another tenant and
 * network continues to work. None of their requests is refused, and 95 of 100 take twice as long as alone at most.
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
      const held = await running.end();
      const line = `${attack.name}: p95 ${alone.p95} ms alone, ${attacked.p95} ms attacked (p50 ${alone.p50} and ${attacked.p50}), ${attacked.refused} of ${attacked.asked} refused; cores used: ${cores}; ${held}`;
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
 * T31: 60 exports without a session, whose amount would have cost 117 ms of CPU time each, against 60 with a short
 * one.
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
