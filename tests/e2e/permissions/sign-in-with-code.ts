import type { Page } from "@playwright/test";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { keepFrench, typeCredentials } from "@/tests/support/portal-page";
import { PASSWORD, TOTP_SECRET } from "./visitors";

/** The field « Code de vérification ». */
export const code = (page: Page) => page.getByLabel("Code de vérification", { exact: true });
/** The button « Vérifier ». */
export const verify = (page: Page) => page.getByRole("button", { name: "Vérifier", exact: true });
/** The URL of the first page of staff. */
export const CONSOLE_URL = /\/console(\/health)?$/;

/** Types the password on the page with the list of suppliers, where staff and operators sign in. */
export async function typePassword(page: Page, identifier: string): Promise<void> {
  await page.goto("/");
  await keepFrench(page);
  await typeCredentials(page, { identifier, password: PASSWORD });
  await page.waitForURL(/\/second-factor/);
}

/** Signs a visitor in with the code of a step, by default the current one. */
export async function signInWithCode(page: Page, identifier: string, offset = 0): Promise<void> {
  await typePassword(page, identifier);
  await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + offset));
  await verify(page).click();
  await page.waitForURL(CONSOLE_URL);
}
