import { expect, type Page, test } from "@playwright/test";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { checkState } from "@/tests/support/check-page";
import { leaveWorld } from "./permissions/leave-world";
import { code, signInWithCode, verify } from "./permissions/sign-in-with-code";
import { makePortalWorld, type PortalWorld, TOTP_SECRET } from "./permissions/visitors";

let world: PortalWorld;

test.beforeEach(async () => {
  world = await makePortalWorld();
});
test.afterEach(() => leaveWorld(world));

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

/** Waits for the locked screen. It triggers the check again until the page's scripts run. */
const expectLocked = (page: Page) =>
  expect(async () => {
    await lookAgain(page);
    await expect(lockOf(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();

test("a screen without activity is covered, and a code shows it again with what was typed", async ({
  page,
}) => {
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
  // Next's router opens another page without a full load, so the browser keeps the previous page.
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

test("a page that stays open after its session has ended is covered, and links to sign-in and back", async ({
  page,
}) => {
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
