import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { checkState } from "@/tests/support/check-page";
import { languageCookie } from "@/tests/support/language-cookie";
import { choosePassword, CUSTOMER_PASSWORD, mailTo, resetPath } from "@/tests/support/mailed-customer";
import { browserErrors } from "@/tests/support/portal-page";
import { leaveWorld } from "./permissions/leave-world";
import { code, CONSOLE_URL, signInWithCode, verify } from "./permissions/sign-in-with-code";
import { makePortalWorld, type PortalWorld, TOTP_SECRET } from "./permissions/visitors";

let world: PortalWorld;
test.beforeEach(async () => void (world = await makePortalWorld()));
test.afterEach(() => leaveWorld(world));

/** Opens one action of `/console/staff`, and returns its box. */
async function openAction(page: Page, id: string) {
  await page.goto("/console/staff");
  const box = page.locator(`#${id}`);
  await box.locator("summary").click();
  return box;
}

const statusOf = async (email: string) => {
  const [user] = await world.sql`select id, role, status from users where email = ${email}`;
  return user as { id: string; role: string; status: string };
};

test("a manager invites a colleague, who enrols, becomes a manager, and loses the access at once", async ({
  page,
  browser,
  baseURL,
  request,
}, { project }) => {
  const errors = browserErrors(page);
  const email = `ines-${randomUUID()}@essai.example`;
  await signInWithCode(page, world.visitors.manager.identifier);
  let box = await openAction(page, "invite");
  await box.getByLabel("Adresse e-mail", { exact: true }).fill("ines");
  await box.getByRole("button", { name: "Inviter un collègue" }).click();
  await expect(page.getByText("Indiquez le nom de la personne.")).toBeVisible();
  await expect(page.getByText("Cette adresse e-mail n’est pas valable.")).toBeVisible();
  if (project.name === "desktop") await checkState(page, "an invitation of staff that was refused");
  await box.getByLabel("Nom", { exact: true }).fill("Inès Morel");
  await box.getByLabel("Adresse e-mail", { exact: true }).fill(email);
  await box.getByLabel("Rôle", { exact: true }).selectOption("adviser");
  await box.getByRole("button", { name: "Inviter un collègue" }).click();
  await expect(page.getByText(`L’invitation est envoyée à ${email}.`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Invité");

  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  await context.addCookies([languageCookie("fr")]);
  const invited = await context.newPage();
  await invited.goto(resetPath(await mailTo(request, email, /^Votre accès à la console/)));
  await choosePassword(invited);
  await invited.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await invited.getByRole("button", { name: "Connexion" }).click();
  await invited.waitForURL(/\/second-factor/);
  const secret = (await invited.locator("p.font-mono").innerText()).replaceAll(" ", "");
  await code(invited).fill(codeOfStep(secret, stepOf(now())));
  await verify(invited).click();
  await invited.waitForURL(CONSOLE_URL);

  const { id } = await statusOf(email);
  box = await openAction(page, "change-role");
  await box.getByLabel("Personne", { exact: true }).selectOption(id);
  await box.getByLabel("Nouveau rôle", { exact: true }).selectOption("manager");
  await box.getByRole("button", { name: "Changer un rôle" }).click();
  await expect(page.getByText("Inès Morel est gestionnaire.")).toBeVisible();
  await mailTo(request, email, /^Vous êtes désormais gestionnaire/);
  await invited.goto("/console/staff");
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Équipe");

  // The proof has become too old: the form asks for the code, and keeps the person who was chosen.
  const { userId } = world.visitors.manager;
  await world.sql`update sessions set proven_at = proven_at - interval '1 hour' where user_id = ${userId}`;
  box = await openAction(page, "deactivate");
  await box.getByLabel("Personne", { exact: true }).selectOption(id);
  await box.getByRole("button", { name: "Désactiver un accès" }).click();
  await expect(box.getByLabel("Personne", { exact: true })).toHaveValue(id);
  if (project.name === "desktop") await checkState(page, "a change of staff that asks for a proof");
  await code(page).fill(codeOfStep(TOTP_SECRET, stepOf(now()) + 1));
  await box.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.getByText("L’accès de Inès Morel est désactivé.")).toBeVisible();
  expect(await statusOf(email)).toMatchObject({ id, status: "disabled" });
  await invited.goto("/console");
  await expect(invited.getByRole("button", { name: "Connexion" })).toBeVisible();
  await context.close();
  expect(errors).toEqual([]);
});
