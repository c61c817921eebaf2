import { strict as assert } from "node:assert";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { tally } from "./provider-ledger";
import { startWorker } from "./worker-process";

/** A process hashes two passwords at the same time, and sixteen may wait; further requests are answered busy. */
const MAX_PER_PROCESS = 18;

/**
 * B5: each recovery link is used this many times at the same moment, by processes with their own pools, each use with
 * another password. One use succeeds, the others are refused as "used". The user's stamp, the journal and the mail
 * "password changed" show one change.
 */
export async function tokenRace({
  tokens,
  parallel,
}: {
  tokens: number;
  parallel: number;
}): Promise<string[]> {
  const supplier = await makeSupplier();
  const processes = Math.max(2, Math.ceil(parallel / MAX_PER_PROCESS));
  const workers = await Promise.all(Array.from({ length: processes }, startWorker));
  try {
    for (let n = 0; n < tokens; n += 1) {
      const secret = await mailedSecret(supplier, n);
      const passwords = Array.from({ length: parallel }, (_, index) => `Sillon-Bleu-Vif-${n}-${index}`);
      const outcomes = await Promise.all(
        workers.map((worker, index) =>
          worker.order({
            ...{ kind: "choose", supplierId: supplier.id, secret },
            passwords: passwords.filter((_, n) => n % processes === index),
          }),
        ),
      );
      const counts = tally(outcomes.flatMap((answer) => (answer?.kind === "choose" ? answer.outcomes : [])));
      assert.deepEqual(Object.fromEntries(counts), { ok: 1, used: parallel - 1 }, `the uses of link ${n}`);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
  const [row] = await asOwner(
    (sql) => sql`
      select (select count(*)::int from users where email is not null and stamp = 2) as changed_once,
        (select count(*)::int from audit_events where action = 'password_chosen') as events,
        (select count(*)::int from mails where kind = 'password_changed') as mails`,
  );
  assert.deepEqual({ ...row }, { changed_once: tokens, events: tokens, mails: tokens });
  return [
    `${tokens} links, each used ${parallel} times at the same time over ${processes} processes: ` +
      `${tokens} successes, ${tokens * (parallel - 1)} times "used"`,
  ];
}

/** The secret in the mail of a new user's recovery. */
async function mailedSecret(supplier: TestSupplier, n: number): Promise<string> {
  const email = `b5-${n}@essai.example`;
  const account = await makeAccount(supplier);
  await asOwner((sql) => sql`update users set email = ${email} where id = ${account.administrator.userId}`);
  const asked = { id: supplier.id, recoveryAnswer: "explicit" as const };
  assert.equal(await requestRecovery({ supplier: asked, email, address: "", locale: "fr" }), "sent");
  const [token] = await asOwner((sql) => sql<{ id: string }[]>`select id from tokens where email = ${email}`);
  return deriveToken("recovery", token?.id ?? "");
}
