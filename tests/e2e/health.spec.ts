import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { browserErrors, signIn } from "@/tests/support/portal-page";

let sql: postgres.Sql;
test.beforeAll(() => {
  sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
});
test.afterAll(() => sql.end());

const lateJob = (page: Page) => page.getByRole("alert").filter({ hasText: "en retard depuis le" });
const lineOf = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ hasText: new RegExp(`^${name}`) });

test("an operator sees after sign-in whether the installation works, and no invoices", async ({
  page,
  context,
  request,
}) => {
  const errors = browserErrors(page);
  await signIn(page, demoUser("operator", null));
  await expect(page).toHaveURL(/\/console\/health$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Santé");
  await expect(lineOf(page, "Envoi des mails")).toContainText("Réussie le");
  await expect(lineOf(page, "Base de données")).toContainText("Répond");
  await expect(lineOf(page, "Originaux")).toContainText(/Répond[\d\s]+ originaux, [\d\s]+(?:,\d)?\s[kM]o/);
  await expect(lineOf(page, "Schéma")).toContainText("À jour");
  await expect(page.getByText(/FT-\d/)).toHaveCount(0);
  // Once the timer of the embedded mode has recorded a run.
  await expect(async () => {
    expect((await request.get("/api/ready?jobs")).status()).toBe(200);
  }).toPass();
  await context.addCookies([languageCookie("en")]);
  await page.goto("/console/health");
  await expect(lineOf(page, "Sending mails")).toContainText("Succeeded on");
  expect(errors).toEqual([]);
});

test("an operator finds out why mails stand still, and what was not sent", async ({ page, request }, {
  project,
}) => {
  const errors = browserErrors(page);
  await signIn(page, demoUser("operator", null));
  const domain = `${project.name}.example`;
  const [waiting, dead, uncertain] = [randomUUID(), randomUUID(), randomUUID()];
  // The link of these mails was used, so that none of them leaves.
  await sql`
    insert into tokens (id, purpose, email, token_hash, created_at, consumed_at)
    values (${waiting}, 'recovery', ${`astreinte@${domain}`}, sha256(${waiting}::text::bytea), now(), now())`;
  const add = (id: string, state: string, reason: string | null, name = "astreinte") => sql`
    insert into mails (id, kind, subject_id, recipient, locale, props, state, next_try_at, travels_alone, created_at, reason)
    values (${id}, 'recovery', ${id}, ${`${name}@${domain}`}, 'fr', ${sql.json({ tokenId: waiting })}, ${state},
      now() + interval '1 day', true, now() - interval '20 minutes', ${reason})`;
  try {
    await add(waiting, "queued", null);
    await add(dead, "dead", "not_accepted");
    await add(uncertain, "uncertain", "answer_unknown", "exploitation");
    // The timer records a run every minute, perhaps between these steps.
    await expect(async () => {
      await sql`update job_runs set last_succeeded_at = now() - interval '11 minutes' where job = 'dispatch'`;
      const answer = await request.get("/api/ready?jobs");
      expect(await answer.json()).toMatchObject({ status: 503, title: "Late: dispatch." });
      await page.goto("/console/health");
      await expect(lateJob(page)).toContainText("Envoi des mails", { timeout: 1_000 });
    }).toPass();
    await expect(lateJob(page)).toContainText("/api/cron/dispatch");
    await expect(lineOf(page, "File d’envoi")).toContainText("Un mail attend depuis plus de 15 minutes.");
    const row = page.getByRole("row").filter({ hasText: `a…@${domain}` });
    await expect(row).toContainText("refusé par le service d’envoi");
    await expect(page.getByText(`astreinte@${domain}`)).toHaveCount(0);
    await row.getByText("Que faire").click();
    await expect(row.getByText("Il repart avec les prochains envois.")).toBeVisible();
    if (project.name === "desktop")
      await checkState(page, "the health of an installation whose mails stand still");
    const doubt = page.getByRole("row").filter({ hasText: `e…@${domain}` });
    await expect(doubt).toContainText("Incertain");
    await expect(doubt).toContainText("aucune réponse du service d’envoi");
    await doubt.getByText("Que faire").click();
    await expect(doubt.getByText("peut en recevoir un second exemplaire")).toBeVisible();
    await doubt.getByLabel("Relancer").check();
    await doubt.getByRole("button", { name: "Valider" }).click();
    await expect(page.getByText("Le mail repart avec les prochains envois.")).toBeVisible();
    await expect(doubt).toHaveCount(0);
    // The outbox took it again, and saw that its link was used.
    await expect
      .poll(() => sql`select state, reason from mails where id = ${uncertain}`)
      .toEqual([{ state: "cancelled", reason: "link_unusable" }]);
    // An answered form leaves the page as it was, with what was open.
    await page.reload();
    await row.getByText("Que faire").click();
    await row.getByLabel("Abandonner").check();
    await row.getByRole("button", { name: "Valider" }).click();
    await expect(page.getByText("Le mail est abandonné.")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: `a…@${domain}` })).toHaveCount(0);
    expect(await sql`select state, reason from mails where id = ${dead}`).toEqual([
      { state: "cancelled", reason: "dropped_by_operator" },
    ]);
  } finally {
    await sql`delete from mails where id in (${waiting}, ${dead}, ${uncertain})`;
    await sql`delete from tokens where id = ${waiting}`;
    await sql`update job_runs set last_succeeded_at = now() where job = 'dispatch'`;
  }
  expect(errors).toEqual([]);
});
