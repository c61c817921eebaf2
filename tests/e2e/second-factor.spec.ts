import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { now } from "@/lib/clock";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { checkState } from "@/tests/support/check-page";
import { browserErrors, keepFrench, typeCredentials } from "@/tests/support/portal-page";
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

const account = async (): Promise<string> => {
  const [row] = await world.sql`select account_id from invoices where id = ${world.invoice.id}`;
  return `/console/accounts/${row?.account_id}`;
};

test("a screen left alone is covered, and a code shows it again with what was typed", async ({ page }) => {
  const { identifier, userId } = world.visitors.adviser;
  await signInWithCode(page, identifier);
  await page.goto(await account());
  await page.locator("#note summary").click();
  await page.locator("#note-text").fill("Rappeler jeudi");
  await leaveAlone(userId);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const lock = page.getByRole("dialog", { name: "Écran verrouillé" });
  await expect(lock).toBeVisible();
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

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form sent from a locked screen is filled in again after the code", async ({ page }) => {
    const { identifier, userId } = world.visitors.adviser;
    await signInWithCode(page, identifier);
    await page.goto(await account());
    await page.locator("#note summary").click();
    await page.locator("#note-text").fill("Rappeler jeudi");
    await leaveAlone(userId);
    await page.getByRole("button", { name: "Enregistrer" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écran verrouillé");
    await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
    await verify(page).click();
    await page.waitForURL(/\/console\/accounts\//);
    await expect(page.locator("#note-text")).toHaveValue("Rappeler jeudi");
  });
});
