import type { Page } from "@playwright/test";
import postgres from "postgres";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { LOCALE_COOKIE } from "@/lib/languages";
import { demoUser } from "./demo";
import { giveDemoCode } from "./give-demo-code";
import { languageCookie } from "./language-cookie";
import { openSession } from "./open-session";

type DemoUser = ReturnType<typeof demoUser>;

/**
 * Opens the first page after sign-in with a session of the user. Without the forms, which take longer than many tests:
 * `signInByForm` uses them.
 */
export async function signIn(
  page: Page,
  user: DemoUser = demoUser("administrator", "mobilize-lease"),
): Promise<void> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const value = await openSession(sql, user.identifier);
    await page
      .context()
      .addCookies([
        { name: SESSION_COOKIE, value, domain: "localhost", path: "/", secure: true, httpOnly: true },
      ]);
  } finally {
    await sql.end();
  }
  await keepFrench(page);
  await page.goto(user.role === "operator" ? "/console/health" : user.totpSecret ? "/console" : "/invoices");
}

/** Signs in through the form of the user's own supplier, gives the code of staff, and waits for the next page. */
export async function signInByForm(
  page: Page,
  user: DemoUser = demoUser("administrator", "mobilize-lease"),
): Promise<void> {
  await page.goto(`/${user.supplier ?? "mobilize-lease"}`);
  await keepFrench(page);
  await typeCredentials(page, user);
  if (user.totpSecret) await giveDemoCode(page, { ...user, totpSecret: user.totpSecret });
  await page.waitForURL(user.totpSecret ? /^[^?]*\/console/ : /^[^?]*\/(home|invoices|console)/);
}

/** Fills in the form of the open sign-in page, and sends it. */
export async function typeCredentials(
  page: Page,
  { identifier, password }: Pick<DemoUser, "identifier" | "password">,
): Promise<void> {
  await page.getByLabel("Identifiant", { exact: true }).fill(identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Connexion" }).click();
}

/** Chooses French on the open page. Without a choice the user's language applies, and another test may change that. */
export async function keepFrench(page: Page): Promise<void> {
  const context = page.context();
  const hasChosen = (await context.cookies()).some(({ name }) => name === LOCALE_COOKIE);
  if (!hasChosen) await context.addCookies([languageCookie("fr")]);
}

/** Collects the errors that the browser reports on this page: failed scripts, and violations of the security policy. */
export function browserErrors(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(String(error)));
  return found;
}

/** Opens the menu at the top right. */
export async function openMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Menu (de|of) / }).click();
}
