import { strict as assert } from "node:assert";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { runDueWork } from "@/lib/jobs/run-due-work";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { type CustomerSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signIn } from "@/lib/sign-in/sign-in";
import { FRESH_PROOF_MINUTES } from "@/lib/tokens/life-spans";
import { deriveToken } from "@/lib/tokens/mailed-token";
import type { ResendStub } from "@/tests/support/resend-stub";
import { asOwner, makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { clockAt } from "./fault-world";
import { type Browser, type FormAnswer, postForm } from "./posted-form";

const VICTIM = "victime@ici.example";
const THIEF = "voleur@ailleurs.example";
const GUESSES = 60;

interface Scenario {
  url: string;
  stub: ResendStub;
  victimAccount: TestAccount;
  thiefAccount: TestAccount;
}

/**
 * T29: a thief has a copied session cookie of an administrator and an account at another supplier, and nothing else.
 * More than five minutes after the victim signed in, the thief sends every form that gives access to a running portal,
 * and guesses the password in one of them. Nothing changes. Within the five minutes the cookie is enough. Then the
 * victim gets a mail, and with one form the victim ends both the session and the attachment.
 */
export async function borrowedSession(portal: { url: string; stub: ResendStub }): Promise<string[]> {
  const victimAccount = await makeAccount(await makeSupplier());
  const thiefAccount = await makeAccount(await makeSupplier());
  const setProvenAddress = (userId: string, email: string) =>
    asOwner(
      (sql) => sql`update users set email = ${email}, email_verified_at = ${now()} where id = ${userId}`,
    );
  await setProvenAddress(victimAccount.administrator.userId, VICTIM);
  await setProvenAddress(thiefAccount.administrator.userId, THIEF);
  const scenario = { ...portal, victimAccount, thiefAccount };
  return [await attackLate(scenario), await guess(scenario), await attackEarly(scenario)];
}

async function attackLate(scenario: Scenario): Promise<string> {
  const { victimAccount, thiefAccount } = scenario;
  const { browser, session } = await enter(scenario);
  await requestAttachment(session, thiefAccount.identifiers.administrator);
  const [link] = await asOwner((sql) => sql<{ id: string }[]>`select id from tokens`);
  const secret = deriveToken("attachment", link?.id ?? "");
  pass(FRESH_PROOF_MINUTES);

  const before = await access();
  const user = (userId: string) => `/admin/users/${userId}`;
  const own = user(victimAccount.administrator.userId);
  const colleague = user(victimAccount.member.userId);
  const attacks: [string, RegExp, Record<string, string>][] = [
    ["/profile/companies", /name="identifier"/, { ...credentials(thiefAccount) }],
    [`/profile/companies/attach/${secret}`, /name="secret"/, {}],
    [own, /name="email"/, { name: "Camille", email: THIEF }],
    [colleague, /name="email"/, { name: "Noé", email: THIEF }],
    [colleague, /name="role"/, {}],
    [colleague, /name="access"/, { password: "Givre-Tulipe-Canard-58" }],
    ["/admin/users/new", /name="identifier"/, { name: "Lila", identifier: "lila" }],
    ["/admin/users/several", /name="addresses"/, { addresses: THIEF, step: "add" }],
  ];
  for (const [path, form, typed] of attacks)
    expectAsked(await postForm(browser, path, form, typed), `${path} ${String(form)}`);
  assert.equal(await access(), before);

  const ids = [victimAccount.administrator.userId, thiefAccount.administrator.userId];
  await asOwner(async (sql) => {
    await sql`update users set status = 'disabled' where id = ${victimAccount.member.userId}`;
    await sql`update users set person_id = ${victimAccount.administrator.userId} where id = any (${ids})`;
  });
  const prepared = await access();
  expectAsked(await postForm(browser, colleague, /name="status"/, {}), "enabling again");
  expectAsked(await postForm(browser, "/profile/companies", /Détacher/, {}), "detaching");
  expectAsked(
    await postForm(browser, "/profile/security", /name="detach"/, { detach: "yes" }),
    "detaching all",
  );
  assert.equal(await access(), prepared);
  await asOwner((sql) => sql`update users set person_id = null, status = 'active'`);
  return `${attacks.length + 3} forms with a stolen cookie, ${FRESH_PROOF_MINUTES} minutes after the sign-in: each asks for the password, 0 changes`;
}

async function guess(scenario: Scenario): Promise<string> {
  const { browser } = await enter(scenario);
  const before = await access();
  for (let n = 0; n < GUESSES; n += 1) {
    const typed = { addresses: THIEF, step: "add", proof: `Faux-Papier-${n}` };
    expectAsked(await postForm(browser, "/admin/users/several", /name="addresses"/, typed), `guess ${n}`);
    pass(1);
  }
  assert.equal(await access(), before);
  const [row] = await asOwner(
    (sql) => sql`select max(attempts) as most from throttle_counters where scope = 'sign_in_identifier'`,
  );
  const checked = Number(row?.most);
  assert.ok(checked <= 25, `${checked} guesses were checked`);
  await asOwner((sql) => sql`delete from throttle_counters`);
  return `${GUESSES} guesses of the password in such a form, one a minute: ${checked} checked, 0 changes`;
}

async function attackEarly(scenario: Scenario): Promise<string> {
  const { stub, thiefAccount } = scenario;
  const { browser: stolen } = await enter(scenario);
  const attached = await postForm(
    stolen,
    "/profile/companies",
    /name="identifier"/,
    credentials(thiefAccount),
  );
  assert.equal(attached.status, 303);
  await runDueWork(60_000);
  const subjects = stub.accepted.filter(({ mail }) => mail.to === VICTIM).map(({ mail }) => mail.subject);
  assert.deepEqual(subjects, ["Un identifiant est rattaché au vôtre – Loueur Essai"]);

  const { browser: victim } = await enter(scenario);
  const ended = await postForm(victim, "/profile/security", /name="detach"/, { detach: "yes" });
  assert.equal(ended.status, 303);
  const [row] = await asOwner((sql) => sql`select count(person_id)::int as attached from users`);
  assert.equal(row?.attached, 0);
  const after = await fetch(`${scenario.url}/invoices`, {
    headers: { cookie: stolen.cookie },
    redirect: "manual",
  });
  assert.equal(after.status, 307, "the stolen session has ended");
  return "within the five minutes the thief attaches an identifier: the victim has 1 mail, and one form ends session and attachment";
}

const credentials = (account: TestAccount) => ({
  identifier: account.identifiers.administrator,
  password: PASSWORD,
});

/** The victim signs in; the cookie is what the thief copies. */
async function enter({
  url,
  victimAccount,
}: Scenario): Promise<{ browser: Browser; session: CustomerSession }> {
  const entered = await signIn({ ...credentials(victimAccount), address: "", userAgent: "browser" });
  assert.ok(entered.ok);
  const session = await resumeSession(entered.sessionId);
  assert.ok(session && isCustomerSession(session));
  const sealed = await sealSessionId(session.id, new Date(now().getTime() + 8 * 3_600_000), now());
  return { browser: { url, cookie: `${SESSION_COOKIE}=${sealed}` }, session };
}

/** The form came back and asks for the password. */
function expectAsked({ status, html }: FormAnswer, attack: string): void {
  assert.deepEqual({ status, asks: html.includes("Confirmer") }, { status: 200, asks: true }, attack);
}

/** Everything that gives access. */
async function access(): Promise<string> {
  const rows = await asOwner(
    (sql) => sql`select id, email, role, status, password_hash, person_id, stamp from users order by id`,
  );
  return JSON.stringify(rows);
}

const pass = (minutes: number) => clockAt(now().getTime() + minutes * 60_000);
