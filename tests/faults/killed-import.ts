import { strict as assert } from "node:assert";
import { setTimeout as pause } from "node:timers/promises";
import type { StaffUser } from "@/lib/access/viewer";
import { applyImport } from "@/lib/imports/apply-import";
import { getImport } from "@/lib/imports/get-import";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { workOnImports } from "@/lib/imports/work-on-imports";
import { seededRandom } from "@/scripts/demo/seeded-random";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, makeSupplier } from "@/tests/support/world";
import { clockAt } from "./fault-world";
import { startWorker } from "./worker-process";

const START = Date.parse("2026-11-23T08:00:00Z");
/** Longer than the claim of a killed process lasts. */
const LATER_MS = 61_000;
/** A worker is killed within this time of its start. */
const LONGEST_RUN_MS = 1_500;

/**
 * An import is applied, then undone, by processes that are killed repeatedly. Each line takes effect once, with one
 * entry in the journal, and the undone values are the ones from before.
 */
export async function killedImport({ seed, lines, kills }: { seed: string; lines: number; kills: number }) {
  const random = seededRandom(seed);
  const supplier = await makeSupplier();
  const adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  let at = START;
  clockAt(at);
  const proven = async () => ({ id: await provenSession(adviser), viewer: adviser });
  const later = () => clockAt((at += LATER_MS));

  const file = (email: string) =>
    Buffer.from(
      `client;nom;email\n${Array.from({ length: lines }, (_, index) => `C-${index};Client ${index};${email}-${index}@client.example`).join("\n")}`,
    );
  const upload = async (email: string) => {
    const started = await startImport(adviser, { bytes: file(email), fileName: "clients.csv" }, email);
    assert.ok(started.ok);
    await finish();
    return started.importId;
  };
  /** Starts and kills `kills` processes, then finishes the work. Returns how many were killed while they worked. */
  const workWithKills = async () => {
    let killed = 0;
    for (let one = 0; one < kills; one += 1) {
      const worker = await startWorker();
      const done = worker.order({ kind: "jobs" });
      const first = await Promise.race([
        done,
        pause(random.between(50, LONGEST_RUN_MS)).then(() => "killed"),
      ]);
      if (first === "killed") killed += 1;
      await worker.kill();
      later();
    }
    await finish();
    return killed;
  };
  const finish = async () => {
    for (let round = 0; round < 200; round += 1) {
      later();
      await workOnImports(new Date(at + 60_000));
      const [row] = await asOwner(
        (sql) => sql`select 1 from account_imports where state in ('checking', 'applying', 'undoing')`,
      );
      if (!row) return;
    }
    throw new Error("An import is not finished.");
  };
  const entries = async () => {
    const rows = await asOwner(
      (sql) => sql`
        select action, count(*)::int as n, count(distinct account_id)::int as accounts from audit_events
        where action in ('account_created', 'account_changed') group by action order by action`,
    );
    return rows.map(({ action, n, accounts }) => [String(action), Number(n), Number(accounts)]);
  };

  const first = await upload("a");
  assert.deepEqual(await applyImport(await proven(), first, ""), { ok: true });
  let killed = await workWithKills();
  assert.deepEqual(await entries(), [["account_created", lines, lines]]);

  const second = await upload("b");
  assert.deepEqual(await applyImport(await proven(), second, String(lines)), { ok: true });
  killed += await workWithKills();
  assert.deepEqual(await entries(), [
    ["account_changed", lines, lines],
    ["account_created", lines, lines],
  ]);

  assert.deepEqual(await undoImport(await proven(), second), { ok: true });
  killed += await workWithKills();
  const found = await getImport(adviser, second);
  assert.deepEqual([found?.counts.undone, found?.counts.kept], [lines, 0]);
  const [left] = await asOwner(
    (sql) => sql`select count(*)::int as n from accounts where email like 'a-%@client.example'`,
  );
  assert.equal(left?.n, lines);
  return [
    `${killed} processes killed while they applied or undid ${lines} lines three times`,
    "each account was created once, changed once and put back once",
  ];
}
