import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { now } from "@/lib/clock";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { browserErrors, keepFrench, signIn, typeCredentials } from "@/tests/support/portal-page";
import { makePortalWorld, PASSWORD, type PortalWorld, TOTP_SECRET } from "./permissions/visitors";

let world: PortalWorld;

test.beforeEach(async () => {
  world = await makePortalWorld();
});
test.afterEach(() => world.sql.end());

const code = (page: Page) => page.getByLabel("Code de vérification", { exact: true });
const verify = (page: Page) => page.getByRole("button", { name: "Vérifier", exact: true });
const isHome = /\/console$/;

/** Types the password on the page of the suppliers, where staff and operators sign in. */
async function typePassword(page: Page, identifier: string): Promise<void> {
  await page.goto("/");
  await keepFrench(page);
  await typeCredentials(page, { identifier, password: PASSWORD });
  await page.waitForURL(/\/second-factor/);
}

async function signInWithCode(page: Page, identifier: string, offset = 0): Promise<void> {
  await typePassword(page, identifier);
  await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + offset));
  await verify(page).click();
  await page.waitForURL(isHome);
}

const signOut = async (page: Page) => {
  await page.context().clearCookies();
};

test("staff enrol at the first sign-in, then give a code, or a recovery code once", async ({ page }) => {
  const errors = browserErrors(page);
  const identifier = `enrol-${randomUUID()}`;
  await world.sql`
    insert into users (id, identifier, name, role, password_hash, created_at)
    values (${randomUUID()}, ${identifier}, 'Essai', 'operator', ${await hashPassword(PASSWORD, { owners: [] })}, now())`;
  await typePassword(page, identifier);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Activer le second facteur");
  await checkState(page, "second-factor");
  const typedSecret = () => page.locator("p.font-mono").innerText();
  const secret = (await typedSecret()).replaceAll(" ", "");
  const recoveryCodes = await page.locator("ul.font-mono li").allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  await code(page).fill("000000");
  await verify(page).click();
  await expect(page.getByText("Ce code ne convient pas.")).toBeVisible();
  expect((await typedSecret()).replaceAll(" ", "")).toBe(secret);
  const step = stepOf(now());
  await code(page).fill(codeOfStep(secret, step));
  await verify(page).click();
  await page.waitForURL(isHome);

  await signOut(page);
  await typePassword(page, identifier);
  await checkState(page, "second-factor");
  await code(page).fill(codeOfStep(secret, step));
  await verify(page).click();
  await expect(page.getByText("Ce code a déjà servi.")).toBeVisible();
  await page.goto("/console");
  await expect(code(page)).toBeVisible();
  await code(page).fill(codeOfStep(secret, step + 1));
  await verify(page).click();
  await page.waitForURL(isHome);

  for (const isFirst of [true, false]) {
    await signOut(page);
    await typePassword(page, identifier);
    await page.getByLabel("Code de secours", { exact: true }).fill(recoveryCodes[3] ?? "");
    await verify(page).click();
    if (isFirst) await page.waitForURL(isHome);
    else await expect(page.getByText("Ce code ne convient pas.")).toBeVisible();
  }
  expect(errors).toEqual([]);
});

/** Makes the session of a visitor as old as if nothing had happened for 16 minutes. */
const leaveAlone = (userId: string | null) => world.sql`
  update sessions set last_seen_at = last_seen_at - interval '16 minutes' where user_id = ${userId}`;

/** Lets the page ask for its state, as when its tab is looked at again. */
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** Opens the form for a note on the account, and types one. */
async function typeNote(page: Page): Promise<void> {
  await page.goto(`/console/accounts/${world.account.id}`);
  await page.locator("#note summary").click();
  await page.locator("#note-text").fill("Rappeler jeudi");
}

const lockOf = (page: Page) => page.getByRole("dialog", { name: "Écran verrouillé" });

/** Waits for the lock; the page asks again until its scripts run. */
const expectLocked = (page: Page) =>
  expect(async () => {
    await lookAgain(page);
    await expect(lockOf(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();

test("a screen left alone is covered, and a code shows it again with what was typed", async ({ page }) => {
  const { identifier, userId } = world.visitors.adviser;
  await signInWithCode(page, identifier);
  await typeNote(page);
  await leaveAlone(userId);
  await expectLocked(page);
  const lock = lockOf(page);
  await expect(code(page)).toBeFocused();
  await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toBeHidden();
  await checkState(page, "second-factor");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(lock).toBeVisible();
  await code(page).fill("000000");
  await verify(page).click();
  await expect(lock.getByText("Ce code ne convient pas.")).toBeVisible();
  await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
  await verify(page).click();
  await expect(lock).toBeHidden();
  await expect(page.locator("#note-text")).toHaveValue("Rappeler jeudi");
  await page.getByRole("button", { name: "Enregistrer" }).first().click();
  await expect(page.getByText("Rappeler jeudi")).toBeVisible();
});

test("a view as a customer is covered too, and shown again when a code was given on another page", async ({
  page,
}) => {
  const { identifier, userId } = world.visitors.adviser;
  await signInWithCode(page, identifier);
  await world.sql`
    update sessions set view_as_user_id = ${world.visitors.administrator.userId}, view_as_reason = 'Appel',
      view_as_until = now() + interval '30 minutes'
    where user_id = ${userId}`;
  await page.goto("/invoices");
  await expect(page.getByRole("button", { name: "Quitter cette vue" })).toBeVisible();
  await leaveAlone(userId);
  await expectLocked(page);
  const lock = lockOf(page);
  await expect(lock).toContainText(identifier);
  const other = await page.context().newPage();
  await other.goto("/overview");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Écran verrouillé");
  await code(other).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
  await verify(other).click();
  await other.waitForURL(/\/overview$/);
  await lookAgain(page);
  await expect(lock).toBeHidden();
});

test("going back from a locked screen shows no earlier page without a code", async ({ page }) => {
  const { identifier, userId } = world.visitors.adviser;
  await signInWithCode(page, identifier);
  await page.goto(`/console/accounts/${world.account.id}`);
  const heading = page.getByRole("heading", { level: 1, includeHidden: true });
  const name = await heading.innerText();
  // The router of the browser leads on, and keeps the page before.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await page.waitForURL(/\/console\/accounts#/, { timeout: 2_000 });
  }).toPass();
  await leaveAlone(userId);
  await expectLocked(page);
  await page.goBack();
  await page.waitForURL(/\/console\/accounts\/[^/]+$/);
  await expect(heading).toContainText(name);
  await expect(heading).toBeHidden();
  await expect(lockOf(page)).toBeVisible();
  await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
  await verify(page).click();
  await expect(heading).toBeVisible();
});

test("a page left open after its session is covered, and leads to sign-in and back", async ({ page }) => {
  const { identifier, userId } = world.visitors.adviser;
  await signInWithCode(page, identifier);
  await page.goto("/console/requests");
  await world.sql`update sessions set ended_at = now() where user_id = ${userId}`;
  const over = page.getByRole("dialog", { name: "Session terminée" });
  await expect(async () => {
    await lookAgain(page);
    await expect(over).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toBeHidden();
  await checkState(page, "second-factor");
  await over.getByRole("link", { name: "Se reconnecter" }).click();
  await page.waitForURL(/\?next=%2Fconsole%2Frequests$/);
});

test("a customer's user turns the second factor on, signs in with it, and turns it off", async ({ page }) => {
  const errors = browserErrors(page);
  const { identifier } = world.visitors.administrator;
  const typeIdentifier = async () => {
    await page.goto("/mobilize-lease");
    await keepFrench(page);
    await typeCredentials(page, { identifier, password: PASSWORD });
  };
  await typeIdentifier();
  await page.waitForURL(/\/invoices$/);
  await page.goto("/profile/security");
  await page.getByRole("button", { name: "Activer le second facteur" }).click();
  await page.waitForURL(/\/profile\/security\/second-factor$/);
  await checkState(page, "second-factor of a customer");
  const secret = (await page.locator("p.font-mono").innerText()).replaceAll(" ", "");
  const step = stepOf(now());
  await code(page).fill(codeOfStep(secret, step));
  await verify(page).click();
  await expect(page.getByText("Le second facteur est activé.")).toBeVisible();
  await page.getByRole("button", { name: "Remplacer les codes de secours" }).click();
  await expect(page.getByText("Vos codes de secours sont remplacés")).toBeVisible();
  await expect(page.locator("ul.font-mono li")).toHaveCount(10);

  await signOut(page);
  await typeIdentifier();
  await page.waitForURL(/\/second-factor/);
  await page.goto("/invoices");
  await code(page).fill(codeOfStep(secret, step + 1));
  await verify(page).click();
  await page.waitForURL(/\/invoices$/);
  await page.goto("/profile/security");
  await page.getByRole("button", { name: "Désactiver le second facteur" }).click();
  await expect(page.getByText("Le second facteur est désactivé.")).toBeVisible();
  expect(errors).toEqual([]);
});

test("the list of a supplier's staff is accessible", async ({ page }) => {
  await signIn(page, demoUser("manager", "diac-location"));
  await page.goto("/console/staff");
  await page.locator("#reset-factor summary").click();
  await checkState(page, "the staff");
});

test("a manager resets the second factor of an adviser and of a customer's user", async ({ page }) => {
  const errors = browserErrors(page);
  const { adviser, member, manager } = world.visitors;
  await world.sql`
    insert into second_factors (user_id, sealed_for, sealed_secret, enrolled_at)
    values (${member.userId}, ${member.userId}, 'sealed', now())`;
  const factors = () =>
    world.sql`select from second_factors where user_id in (${adviser.userId}, ${member.userId})`;
  await signInWithCode(page, manager.identifier);
  for (const [path, { userId }] of [
    ["/console/staff", adviser],
    [`/console/accounts/${world.account.id}`, member],
  ] as const) {
    await page.goto(path);
    const action = page.locator("#reset-factor");
    await action.locator("summary").click();
    await action.getByLabel("Personne", { exact: true }).selectOption(userId);
    await action.getByRole("button", { name: "Réinitialiser le second facteur" }).click();
    await expect(page.getByText("Le second facteur est réinitialisé.")).toBeVisible();
  }
  expect(await factors()).toHaveLength(0);
  await page.context().clearCookies();
  await typePassword(page, adviser.identifier);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Activer le second facteur");
  expect(errors).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form sent from a locked screen is filled in again after the code", async ({ page }) => {
    const { identifier, userId } = world.visitors.adviser;
    await signInWithCode(page, identifier);
    await typeNote(page);
    await leaveAlone(userId);
    await page.getByRole("button", { name: "Enregistrer" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écran verrouillé");
    await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
    await verify(page).click();
    await page.waitForURL(/\/console\/accounts\//);
    await expect(page.locator("#note-text")).toHaveValue("Rappeler jeudi");
  });
});
