import { join } from "node:path";
import { type BrowserContext, expect, test } from "@playwright/test";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { startApp, type TestApp } from "@/tests/support/app";
import { checkState } from "@/tests/support/check-page";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { eventually } from "@/tests/support/eventually";
import { languageCookie } from "@/tests/support/language-cookie";
import { madeInvoice } from "@/tests/support/made-invoice";
import { openSession } from "@/tests/support/open-session";
import { bounce, eventBody, newWebhookSecret, webhookRequest } from "@/tests/support/resend-event";
import { type ResendStub, startResendStub, STUB_KEY } from "@/tests/support/resend-stub";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { TEMPLATE } from "@/tests/support/test-cluster";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

/* A portal of its own, whose mails leave through a stub of the provider, and whose webhook gets signed events. */
const secret = newWebhookSecret();
let folder: string;
let database: TestDatabase;
let stub: ResendStub;
let portal: TestApp;

test.beforeAll(async () => {
  const { DATABASE_OWNER_URL = "", DATABASE_URL = "", DATABASE_JOBS_URL = "" } = process.env;
  folder = createTemporaryFolder("storm");
  stub = await startResendStub();
  const server = { ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL, jobsUrl: DATABASE_JOBS_URL };
  database = await createTestDatabase({ ...server, template: TEMPLATE }, "storm");
  globalThis.testDatabase = database;
  portal = await startApp({
    database,
    dataDir: join(folder, "data"),
    env: {
      ...{ EMAIL_TRANSPORT: "resend", RESEND_API_KEY: STUB_KEY, RESEND_BASE_URL: stub.url },
      RESEND_WEBHOOK_SECRET: secret,
    },
  });
});
test.afterAll(async () => {
  await portal.stop();
  globalThis.testDatabase = undefined;
  await database.drop();
  await stub.close();
  removeTemporaryFolder(folder);
});

/** The accepted mails without those that tell the operator about the pause. */
const ofSuppliers = () =>
  stub.accepted.filter(({ mail }) => !String(mail.to).includes("operator@portail.example"));

/** Waits until this number of them was sent since the portal started. The host calls the job every minute. */
const sentMails = (count: number) =>
  eventually(`${count} mails`, async () => {
    await dispatch();
    return ofSuppliers().length >= count;
  });

async function dispatch(): Promise<void> {
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  const answer = await fetch(`${portal.url}/api/cron/dispatch`, { method: "POST", headers });
  expect(answer.status).toBe(200);
}

const reader = (supplier: TestSupplier, number: number) => `lecteur-${number}@${supplier.slug}.example`;

/** Puts these customers; their first mails are an activation and one about an invoice. */
async function putCustomers(supplier: TestSupplier, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const answer = await fetch(`${portal.url}/api/v1/accounts/C-${number}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${supplier.key}`, "content-type": "application/json" },
      body: JSON.stringify({
        companyName: `Client ${number} SARL`,
        email: reader(supplier, number),
        preference: "link",
      }),
    });
    expect(answer.status, await answer.text()).toBe(201);
  }
}

/** Deposits an invoice for each of these customers. */
async function depositFor(supplier: TestSupplier, numbers: readonly number[], series: string): Promise<void> {
  for (const number of numbers) {
    const { bytes, fileName } = madeInvoice({ number: `${series}-${number}`, customerNumber: `C-${number}` });
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)]), fileName);
    const answer = await fetch(`${portal.url}/api/v1/invoices`, {
      ...{ method: "POST", headers: { authorization: `Bearer ${supplier.key}` }, body: form },
    });
    expect(answer.status, await answer.text()).toBe(201);
  }
}

/** The provider reports what became of the mails so far: those to these readers came back. */
async function report(bounced: readonly string[]): Promise<void> {
  for (const { id, mail } of stub.accepted) {
    const body = bounced.includes(String(mail.to))
      ? eventBody("email.bounced", id, { to: mail.to, ...bounce("Permanent", "General") })
      : eventBody("email.delivered", id, { to: mail.to });
    const { headers } = webhookRequest({ body, secret, at: new Date() });
    const answer = await fetch(`${portal.url}/api/webhooks/resend`, { method: "POST", headers, body });
    expect(answer.status).toBe(200);
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function named(slug: string, name: string): Promise<TestSupplier> {
  const supplier = await makeSupplier({ slug });
  await asOwner((sql) => sql`update suppliers set name = ${name} where id = ${supplier.id}`);
  return supplier;
}

/** A manager of the supplier, or an operator, who has signed in to a browser of their own. */
async function enter(context: BrowserContext, role: "manager" | "operator", supplier: TestSupplier | null) {
  const { identifier } = await makeStaff(role, supplier);
  const email = `${role}@${supplier?.slug ?? "portail"}.example`;
  const value = await asOwner(async (sql) => {
    await sql`update users set email = ${email}, email_verified_at = now() where identifier = ${identifier}`;
    return openSession(sql, identifier);
  });
  await context.addCookies([
    languageCookie("fr"),
    { name: SESSION_COOKIE, value, domain: "localhost", path: "/", secure: true, httpOnly: true },
  ]);
  return context.newPage();
}

test("a bounce storm of one supplier pauses it alone, loudly, until an operator lets its mails leave @any-size", async ({
  browser,
}) => {
  const open = () => browser.newContext({ baseURL: portal.url, locale: "fr-FR" });
  const storm = await named("tempete", "Loueur Tempête");
  const calm = await named("calme", "Loueur Calme");
  const desk = await enter(await open(), "manager", storm);
  const otherDesk = await enter(await open(), "manager", calm);
  const health = await enter(await open(), "operator", null);
  const visitor = await (await open()).newPage();
  await putCustomers(storm, range(1, 30));
  await depositFor(storm, range(1, 30), "T1");
  await sentMails(60);
  await report(range(1, 6).map((number) => reader(storm, number)));

  await dispatch();
  await depositFor(storm, range(11, 20), "T2");
  await putCustomers(calm, range(1, 3));
  await depositFor(calm, range(1, 3), "C1");
  // Somebody waits for this mail, so it leaves.
  await visitor.goto("/tempete/recover");
  await visitor.getByLabel("Adresse e-mail", { exact: true }).fill(reader(storm, 11));
  await visitor.getByRole("button", { name: "Envoyer" }).click();
  await expect(visitor.getByRole("status")).toBeVisible();
  await sentMails(68);
  await dispatch();
  expect(
    new Set(
      ofSuppliers()
        .slice(60)
        .map(({ mail }) => String(mail.to)),
    ),
  ).toEqual(
    new Set(["manager@tempete.example", reader(storm, 11), ...range(1, 3).map((one) => reader(calm, one))]),
  );
  expect(ofSuppliers()).toHaveLength(68);

  // Its manager sees it on the desk.
  const paused = desk.getByRole("alert").filter({ hasText: "Vos mails sont en pause depuis le" });
  await desk.goto("/console/deliveries");
  await expect(paused).toContainText("10 mails attendent");
  await checkState(desk, "the desk of a supplier whose mails are paused");
  await otherDesk.goto("/console/deliveries");
  await expect(otherDesk.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(otherDesk.getByText("en pause")).toHaveCount(0);

  // The operator finds out on the health page why mails stand still, and lets them leave.
  await health.goto("/console/health");
  const note = health.getByRole("alert").filter({ hasText: "Loueur Tempête" });
  await expect(note).toContainText("en pause");
  await expect(health.getByRole("alert").filter({ hasText: "Loueur Calme" })).toHaveCount(0);
  await expect(health.getByRole("row").filter({ hasText: "Loueur Tempête" })).toContainText("Mails en pause");
  await checkState(health, "the health of an installation with a paused supplier");
  await note.getByRole("link", { name: "Voir et reprendre" }).click();
  await checkState(health, "a paused supplier");
  const box = health.locator("#resume_mails");
  await box.locator("summary").click();
  await box.getByRole("button", { name: "Reprendre les mails" }).click();
  await expect(health.getByText("Les mails de Loueur Tempête repartent.")).toBeVisible();
  await sentMails(78);
  await dispatch();
  expect(ofSuppliers()).toHaveLength(78);
  expect(new Set(ofSuppliers().map(({ mail }) => `${mail.to} ${mail.subject}`)).size).toBe(78);
  await health.goto("/console/health");
  await expect(health.getByRole("heading", { level: 1 })).toHaveText("Santé");
  await expect(note).toHaveCount(0);
  await desk.reload();
  await expect(paused).toHaveCount(0);
  for (const page of [desk, otherDesk, health, visitor]) await page.context().close();
});

test("axe finds nothing where a supplier reads that its deposits are late and its activations leave in steps @any-size", async ({
  browser,
}) => {
  const supplier = await named("tard", "Loueur Tard-Venu");
  await asOwner(async (sql) => {
    // A deposit at 06:00 every day for two months, until nine days ago.
    await sql`
      insert into deposits (id, supplier_id, source, state, file_count, received_at)
      select gen_random_uuid(), ${supplier.id}, 'api', 'done', 1,
        (current_date - days + time '06:00') at time zone 'Europe/Paris'
      from generate_series(9, 69) days`;
    await sql`
      insert into mails (id, supplier_id, kind, subject_id, recipient, locale, props, state, next_try_at, held_for,
        travels_alone, created_at)
      select gen_random_uuid(), ${supplier.id}, 'activation', gen_random_uuid(), 'c' || n || '@client.example', 'fr', '{}',
        'queued', now() + interval '2 hours', 'steps', true, now()
      from generate_series(1, 7) n`;
  });
  const context = await browser.newContext({ baseURL: portal.url, locale: "fr-FR" });
  const page = await enter(context, "manager", supplier);
  await page.goto("/console/deposits");
  await expect(page.getByRole("status").filter({ hasText: /^Aucun dépôt depuis/ })).toContainText("06:00");
  await checkState(page, "deposits that are late");
  await page.goto("/console/deliveries");
  await expect(
    page.getByRole("status").filter({ hasText: "7 activations attendent leur tour" }),
  ).toBeVisible();
  await checkState(page, "activations that leave in steps");
  await context.close();
});
