import { strict as assert } from "node:assert";
import { buildIfNeeded } from "./build-if-needed";
import { ask } from "./starvation/ask";
import { startAttackedPortal } from "./starvation/attacked-portal";
import { attacksOn } from "./starvation/attacks";
import { holdings, measure } from "./starvation/measure";

/** On a machine that does more than this, a few slow answers say nothing. */
const SLACK_MS = 300;

/**
 * T30: each attack is repeated at the volume at which it was seen to work, while somebody of another tenant and network
 * goes on working. None of their requests is refused, and 95 of 100 take twice as long as alone at most.
 */
export async function starvation({ invoices }: { invoices: number }): Promise<string[]> {
  await buildIfNeeded();
  const portal = await startAttackedPortal(invoices);
  const report: string[] = [];
  const broken: string[] = [];
  try {
    for (const attack of await attacksOn(portal)) {
      await measure(attack.victim, 3);
      const alone = await measure(attack.victim, attack.times);
      const end = await attack.begin();
      const attacked = await measure(attack.victim, attack.times);
      const held = await end();
      const line = `${attack.name}: p95 ${alone.p95} ms alone, ${attacked.p95} ms attacked, ${attacked.refused} of ${attacked.asked} refused; ${held}`;
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

/** T31: 60 exports without a session, whose amount would have cost 117 ms of CPU time each, against 60 with a short one. */
export async function slowText(): Promise<string[]> {
  await buildIfNeeded();
  const portal = await startAttackedPortal(10);
  const cpuOf = async (min: string) => {
    const path = `${portal.app.url}/invoices/export?min=${encodeURIComponent(min)}`;
    const before = holdings(portal.app.pid).cpuMs;
    for (let request = 0; request < 60; request += 1) assert.equal((await ask(path)).status, 401);
    return (holdings(portal.app.pid).cpuMs - before) / 60;
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
