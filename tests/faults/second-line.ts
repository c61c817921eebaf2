import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { env, parseEnv } from "@/lib/env";
import { readingToRecord } from "@/lib/http/reading-to-record";
import { isLinkUse } from "@/lib/http/recorded-use";
import { refuseOpenDemo } from "@/scripts/launcher/refuse-open-demo";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeStaff, makeSupplier } from "@/tests/support/world";

/** One line of a report. `before` is the result of the same attempt in the version before this defence. */
function held(what: string, before: string, after: string, isHeld: boolean): string {
  if (!isHeld) throw new Error(`${what}: ${after}`);
  return `${what}: before ${before}; now ${after}`;
}

/** T32: attempts of somebody who runs SQL with the web's login. Each is rolled back. */
export async function secondLine(): Promise<string[]> {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const adviser = (await makeStaff("adviser", supplier)).viewer;
  const web = postgres(testDatabase().appUrl, { max: 1, onnotice: () => {} });
  const viewer = (kind: string, user = "", account = "") =>
    `select set_config('app.viewer', '${kind}', true), set_config('app.user_id', '${user}', true),
      set_config('app.account_id', '${account}', true), set_config('app.supplier_id', '${kind === "adviser" ? supplier.id : ""}', true)`;
  const adviserId = "userId" in adviser ? adviser.userId : "";
  const { userId } = account.member;
  const attempts: [what: string, before: string, who: string, statement: string][] = [
    [
      "a temporary table with the name of one of our tables",
      "made",
      viewer(""),
      "create temp table throttle_counters (n int)",
    ],
    ["every invoice and user as viewer job", "all rows", viewer("job"), "select from users"],
    ["the role of background work", "no such role", viewer("job"), "set role efacture_jobs"],
    [
      "a recovery link with a secret that the attacker chose, as adviser",
      "inserted",
      viewer("adviser", adviserId),
      `insert into tokens (id, purpose, supplier_id, email, token_hash, created_at)
        values ('${randomUUID()}', 'recovery', '${supplier.id}', 'a@b.example', sha256('x'), now())`,
    ],
    [
      "a supplier key, as adviser",
      "inserted",
      viewer("adviser", adviserId),
      `insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
        values ('${randomUUID()}', '${supplier.id}', 'x', '{deposits}', 'x', sha256('x'), now())`,
    ],
    [
      "a mail to a stranger, as member",
      "queued",
      viewer("member", userId, account.id),
      `insert into mails (id, supplier_id, account_id, user_id, kind, subject_id, recipient, locale, props, state, next_try_at, created_at)
        values ('${randomUUID()}', '${supplier.id}', '${account.id}', '${userId}', 'request_received', '${randomUUID()}',
          'stranger@evil.example', 'fr', '{}', 'queued', now(), now())`,
    ],
  ];
  const report: string[] = [];
  for (const [what, before, who, statement] of attempts) {
    const after = await attempt(web, who, statement);
    report.push(held(what, before, after, after === "refused (42501)" || after === "0 rows"));
  }
  await web.end();
  return report;
}

async function attempt(web: postgres.Sql, who: string, statement: string): Promise<string> {
  const undo = new Error("undo");
  let rows = 0;
  try {
    await web.begin(async (tx) => {
      await tx.unsafe(who);
      rows = (await tx.unsafe(statement)).count;
      throw undo;
    });
  } catch (error) {
    if (error !== undo)
      return error instanceof postgres.PostgresError ? `refused (${error.code})` : String(error);
  }
  return `${rows} rows`;
}

/** T34: requests that pages of other sites make a browser send, with the reader's cookies. */
export function crossSiteFacts(): Promise<string[]> {
  const elsewhere: [string, Record<string, string>][] = [
    ["an image on another site", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" }],
    ["a frame on a sibling domain", { "sec-fetch-site": "same-site", "sec-fetch-dest": "iframe" }],
    ["an older browser on another site", { host: "localhost:3000", referer: "https://evil.example/" }],
  ];
  const report = elsewhere.flatMap(([what, headers]) => {
    const request = new Request("http://localhost:3000/invoices/1/original?download", { headers });
    const answered = new Response("x", { headers: { "content-disposition": "attachment" } });
    const reading = readingToRecord(request, answered);
    return [
      held(`${what}, an original`, "downloaded", reading ?? "no fact", reading === null),
      held(
        `${what}, a direct link`,
        "a use",
        isLinkUse(request.headers) ? "a use" : "no fact",
        !isLinkUse(request.headers),
      ),
    ];
  });
  return Promise.resolve(report);
}

/** T35: wrong settings, each refused with an error that names it. */
export function wrongSettings(): Promise<string[]> {
  const right: Record<string, string | undefined> = { ...process.env, EMBEDDED: "", APP_URL: env().APP_URL };
  const remoteUrl = "postgres://web:x@db.example/efacture";
  const remoteJobsUrl = "postgres://jobs:x@db.example/efacture";
  const wrong: [name: string, before: string, change: Record<string, string>][] = [
    [
      "DATABASE_URL",
      "plain text to a public host",
      { DATABASE_URL: `${remoteUrl}?sslmode=disable`, CLOCK_FILE: "" },
    ],
    ["DATABASE_URL", "any certificate", { DATABASE_URL: `${remoteUrl}?sslmode=prefer`, CLOCK_FILE: "" }],
    ["DATABASE_JOBS_URL", "one login for both", { DATABASE_JOBS_URL: right.DATABASE_URL ?? "" }],
    [
      "EMBEDDED",
      "demo mailbox beside a real database",
      { EMBEDDED: "true", DATABASE_URL: remoteUrl, DATABASE_JOBS_URL: remoteJobsUrl },
    ],
    ["APP_URL", "sessions without TLS", { APP_URL: "http://factures.example" }],
    ["CLOCK_FILE", "a file moves every deadline", { DATABASE_URL: remoteUrl, CLOCK_FILE: "/tmp/clock" }],
  ];
  const starts: [name: string, change: Record<string, string>][] = [
    ["NODE_ENV", { NODE_ENV: "production" }],
    ["HOST", { HOST: "0.0.0.0" }],
    ["EMBEDDED", { EMBEDDED: "true", DATABASE_URL: remoteUrl }],
  ];
  return Promise.resolve([
    ...wrong.map(([name, before, change]) => refused(name, before, () => parseEnv({ ...right, ...change }))),
    ...starts.map(([name, change]) =>
      refused(name, "demo passwords served", () =>
        refuseOpenDemo({ NODE_ENV: "test", ...change } as NodeJS.ProcessEnv, false),
      ),
    ),
  ]);
}

function refused(name: string, before: string, start: () => unknown): string {
  try {
    start();
  } catch (error) {
    const said =
      error instanceof Error ? (error.message.split("\n").find((line) => line.includes(name)) ?? "") : "";
    return held(name, before, `« ${said.trim().slice(0, 90)}… »`, said !== "");
  }
  throw new Error(`${name} was accepted: ${before}.`);
}
