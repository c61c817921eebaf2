import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { now } from "@/lib/clock";
import { PER_IDENTIFIER } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { accountPath } from "@/tests/support/account-path";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import {
  choosePassword,
  CUSTOMER_PASSWORD,
  deposit,
  MAIL_SUPPLIER,
  mailsTo,
  mailTo,
  newCustomer,
  resetPath,
  signInFirst,
} from "@/tests/support/mailed-customer";
import { browserErrors, signIn, typeCredentials } from "@/tests/support/portal-page";

let sql: postgres.Sql;

test.beforeEach(() => {
  sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
});
test.afterEach(() => sql.end());

test("a caller who cannot sign in: the adviser sees the block, lifts it and sends access again", async ({
  page,
  browser,
  request,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "link");
  await deposit(request, customer);
  const caller = await browser.newPage();
  await signInFirst(caller, customer);
  await caller.context().clearCookies();
  // As after a day's number of wrong passwords.
  await sql`
    insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
    values (${PER_IDENTIFIER.scope}, ${Buffer.from(sha256Hex(customer.email), "hex")}, 25, ${now()}, ${now()})
    on conflict (scope, key_hash) do update set attempts = 25, window_started_at = ${now()}`;

  const errors = browserErrors(page);
  await signIn(page, demoUser("adviser", MAIL_SUPPLIER));
  await page.goto("/console/accounts");
  await page.getByLabel("Rechercher", { exact: true }).fill(customer.email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: customer.number }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#people$/);
  const person = page.getByRole("listitem").filter({ hasText: customer.email }).first();
  await expect(person).toContainText(/bloqué jusqu’.+ après 25 mots de passe faux/);
  await checkState(page, "one account");
  await person.getByText("Lever le blocage", { exact: true }).first().click();
  await expect(person.getByText("Seul cet identifiant est concerné", { exact: false })).toBeVisible();
  await person.getByRole("button", { name: "Lever le blocage" }).click();
  await expect(page.getByText("Le blocage est levé.")).toBeVisible();
  await expect(person).not.toContainText("bloqué");
  await person.getByText("Renvoyer un accès", { exact: true }).first().click();
  await person.getByRole("button", { name: "Renvoyer un accès" }).click();
  await expect(page.getByText("Un mail avec un lien d’accès est en route.")).toBeVisible();
  await expect(person).toContainText("pas encore utilisé");
  expect(errors).toEqual([]);

  await mailTo(request, customer.email, /^Le blocage de votre identifiant/);
  await caller.goto(resetPath(await mailTo(request, customer.email, /identifiant|mot de passe/i)));
  const chosen = "Brume-Ocre-Lente-4";
  await choosePassword(caller, chosen);
  await typeCredentials(caller, { identifier: customer.email, password: chosen });
  await caller.waitForURL(/\/invoices/);
  expect(chosen).not.toBe(CUSTOMER_PASSWORD);
  await caller.close();
});

test("« I did not get my invoice »: the answer in one sentence, to copy, and the mail sent again once", async ({
  page,
  request,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "link");
  const invoice = await deposit(request, customer);
  const subject = new RegExp(invoice.number);
  await mailTo(request, customer.email, subject);
  await signIn(page, demoUser("adviser", MAIL_SUPPLIER));
  await page.goto(`${await accountPath(customer.number)}?invoice=${invoice.id}`);
  const answer = page.getByRole("region", { name: `Réponse pour ${invoice.number}` });
  await expect(answer).toContainText(`${invoice.number} déposée le`);
  await expect(answer).toContainText(customer.email);
  await expect(answer).toContainText("Personne ne l’a ouverte.");
  await answer.getByText("Voir les textes à copier", { exact: true }).click();
  await expect(answer.getByText(/Bonjour,[^]*Cordialement,/)).toBeVisible();
  await expect(answer.getByText(/Expéditeur à autoriser\s: .+@/)).toBeVisible();
  await checkState(page, "the answer for one invoice");

  await page.getByRole("button", { name: `Renvoyer ${invoice.number}` }).click();
  await expect(page.getByText(`${invoice.number} est renvoyée à ${customer.email}.`)).toBeVisible();
  await page.reload();
  await expect(async () => {
    const mails = await mailsTo(request, customer.email);
    expect(mails.filter((mail) => subject.test(mail.subject))).toHaveLength(2);
  }).toPass();
  await page.getByRole("link", { name: "Changements" }).click();
  const timeline = page.locator("#timeline");
  await expect(timeline.getByRole("listitem").filter({ hasText: "Notification renvoyée" })).toHaveCount(1);
  await expect(timeline).not.toContainText("facture déposée");
});
