import { strict as assert } from "node:assert";
import { env } from "@/lib/env";
import { startApp } from "@/tests/support/app";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { buildIfNeeded } from "./build-if-needed";
import { ask, multipart, readForm } from "./starvation/ask";

/** By how much the median of one kind of name may differ from that of the other. */
const MAX_RATIO = 1.15;
/** After this time the work that follows the answer for a known address is done. */
const PAUSE_MS = 150;

/**
 * T2: the time of an answer does not reveal whether an address or identifier is known. Known and unknown ones are sent
 * alternately to a supplier that answers neutrally; each kind is the first of a pair equally often.
 */
export async function tellingTimes({ each }: { each: number }): Promise<string[]> {
  await buildIfNeeded();
  const supplier = await makeSupplier();
  await asOwner((sql) => sql`update suppliers set recovery_answer = 'neutral' where id = ${supplier.id}`);
  const names = await knownNames(supplier, each);
  const app = await startApp({
    database: testDatabase(),
    dataDir: env().DATA_DIR,
    env: { EMBEDDED: "", LOG_LEVEL: "silent" },
  });
  try {
    const recovery = await formOn(app.url, `/${supplier.slug}/recover`, "email");
    const signIn = await formOn(app.url, `/${supplier.slug}`, "identifier", { password: "Faux-Papier-9" });
    const unknown = names.map((_name, index) => `inconnu-${index}@essai.example`);
    for (let warm = 0; warm < 5; warm += 1) {
      await recovery(`tiede-${warm}@essai.example`);
      await signIn(`tiede-${warm}@essai.example`);
    }
    return [
      await compare("neutral recovery", recovery, { known: names, unknown }),
      await compare("sign-in with a wrong password", signIn, { known: names, unknown }),
    ];
  } finally {
    await app.stop();
  }
}

/** Identifiers that are also the recorded addresses of their users. */
async function knownNames(supplier: TestSupplier, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < count; index += 1)
    names.push((await makeAccount(supplier)).identifiers.administrator);
  await asOwner((sql) => sql`update users set email = identifier where identifier = any (${names})`);
  return names;
}

/** Sends the form of a page with this name, and returns how long the answer took in ms. */
async function formOn(url: string, path: string, field: string, others: Record<string, string> = {}) {
  const hidden = (await readForm(url + path, field)).filter(([name]) => name !== field && !(name in others));
  return async (name: string) => {
    const { body, type } = multipart([...hidden, [field, name], ...Object.entries(others)]);
    const headers = { origin: url, "content-type": type, "content-length": String(body.length) };
    const { status, ms } = await ask(url + path, { method: "POST", headers, body });
    assert.equal(status, 303);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return ms;
  };
}

async function compare(
  what: string,
  send: (name: string) => Promise<number>,
  names: Record<"known" | "unknown", string[]>,
): Promise<string> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (const index of names.known.keys())
    for (const kind of index % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const))
      times[kind].push(await send(names[kind][index] ?? ""));
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const line = `${what}: ${known.toFixed(1)} ms known, ${unknown.toFixed(1)} ms unknown (medians of ${times.known.length})`;
  assert.ok(Math.max(known, unknown) / Math.min(known, unknown) <= MAX_RATIO, line);
  return line;
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
