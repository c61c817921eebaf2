import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { now } from "@/lib/clock";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { holdScripts } from "@/tests/support/hold-scripts";
import { browserErrors, keepFrench, signIn, typeCredentials } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { code, CONSOLE_URL, signInWithCode, typePassword, verify } from "./permissions/sign-in-with-code";
import { makePortalWorld, PASSWORD, type PortalWorld } from "./permissions/visitors";

let world: PortalWorld;

test.beforeEach(async () => {
  world = await makePortalWorld();
});
test.afterEach(() => leaveWorld(world));

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
  await page.waitForURL(CONSOLE_URL);

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
  await page.waitForURL(CONSOLE_URL);

  for (const isFirst of [true, false]) {
    await signOut(page);
    await typePassword(page, identifier);
    await page.getByLabel("Code de secours", { exact: true }).fill(recoveryCodes[3] ?? "");
    await verify(page).click();
    if (isFirst) await page.waitForURL(CONSOLE_URL);
    else await expect(page.getByText("Ce code ne convient pas.")).toBeVisible();
  }
  expect(errors).toEqual([]);
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
  // Without scripts too, and with scripts that arrive after the codes: they cannot be shown a second time.
  const scripts = await holdScripts(page);
  await page.goto("/profile/security", { waitUntil: "domcontentloaded" });
  await page.getByRole("button", { name: "Remplacer les codes de secours" }).click();
  await expect(page.getByText("Vos codes de secours sont remplacés")).toBeVisible();
  await scripts.release();
  await page.context().grantPermissions(["clipboard-write"]);
  await page.getByRole("button", { name: "Copier les codes" }).click();
  await expect(page.getByText("Copiés")).toBeVisible();

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

test("the list of a supplier's staff is accessible @any-size", async ({ page }) => {
  await signIn(page, demoUser("manager", "diac-location"));
  await page.goto("/console/staff");
  await page.locator("#reset-factor summary").click();
  await checkState(page, "the staff");
});

test("a manager resets the second factor of an adviser and of a customer's user @any-size", async ({
  page,
}) => {
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
