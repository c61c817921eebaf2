import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
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
  putAccount,
  resetPath,
  signInFirst,
} from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

const asAdviser = (page: Page) => signIn(page, demoUser("adviser", MAIL_SUPPLIER));

async function typeChange(page: Page, email: string): Promise<void> {
  await page.getByLabel("Nouvelle adresse e-mail", { exact: true }).fill(email);
  await page.getByLabel("Demandé par", { exact: true }).fill("Le client, au téléphone");
}

const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click();

test("an unknown address is found on the desk, corrected at once, and what was missed arrives once", async ({
  page,
  request,
}, info) => {
  const errors = browserErrors(page);
  const customer = await newCustomer(
    request,
    info.project.name,
    "link",
    `bounced+${randomUUID().slice(0, 8)}@resend.dev`,
  );
  const { id, number } = await deposit(request, customer);
  await asAdviser(page);
  await expect(async () => {
    await page.goto(`/console/deliveries?q=${customer.number}`);
    await expect(page.getByRole("row").filter({ hasText: "Adresse inconnue" })).toContainText("1 facture", {
      timeout: 500,
    });
  }).toPass();
  await checkState(page, "the desk");

  const desk = page.url();
  await page.goto(`${await accountPath(customer.number)}?invoice=${id}`);
  await page.getByText("Voir les textes à copier").click();
  await expect(page.getByText("Réponse SMTP du serveur : 550 5.1.1 The email account")).toBeVisible();
  await page.goto(desk);

  await page.getByRole("link", { name: "Changer l’adresse" }).click();
  await expect(page.getByLabel("Tout de suite", { exact: true })).toBeChecked();
  const email = `juste-${randomUUID()}@essai.example`;
  await page.getByLabel("Nouvelle adresse e-mail", { exact: true }).fill(email);
  await save(page);
  await expect(page.getByText("Dites qui a demandé ce changement.")).toBeVisible();
  await typeChange(page, email);
  await save(page);
  await expect(page.getByText("Ce qui va se passer")).toBeVisible();
  await page.getByRole("checkbox", { name: /jamais utilisé essai\.example/ }).check();
  await checkState(page, "a change of address to confirm");
  await save(page);
  await expect(page.getByRole("status")).toContainText("puis la facture non reçue");
  await expect(page.getByRole("row").filter({ hasText: customer.number })).toHaveCount(0);

  const missed = await mailTo(request, email, /pas reçue/);
  expect(missed.text).toContain(number);
  await page.goto(resetPath(await mailTo(request, email, /^Activation/)));
  await choosePassword(page);
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(email);
  expect((await mailsTo(request, email)).filter(({ subject }) => subject.includes("pas reçue"))).toHaveLength(
    1,
  );
  expect(errors).toEqual([]);
});

test("a change of address is undone, made again, takes effect with the next invoice, and the ERP does not undo it", async ({
  page,
  browser,
  baseURL,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "link");
  await deposit(request, customer);
  const former = await browser.newPage({ baseURL, viewport: page.viewportSize() });
  await signInFirst(former, customer);

  await asAdviser(page);
  const path = await accountPath(customer.number);
  const email = customer.email.replace("e2e-", "nouvelle-");
  const change = async () => {
    await page.goto(path);
    await page.locator("summary").filter({ hasText: "Changer l’adresse" }).click();
    await typeChange(page, email);
    await save(page);
    await expect(page.getByText(`${email} prendra effet à la prochaine facture.`)).toBeVisible();
  };
  await change();
  await checkState(page, "a change of address that waits");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(page.getByText("Le changement d’adresse est annulé.")).toBeVisible();
  await change();
  await deposit(request, customer);

  await page.goto(resetPath(await mailTo(request, email, /^Activation/)));
  await mailTo(request, customer.email, /^Cette adresse ne reçoit plus/);
  await former.reload();
  await former.getByLabel("Identifiant", { exact: true }).fill(customer.email);
  await former.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await former.getByRole("button", { name: "Connexion" }).click();
  await expect(former.getByLabel("Mot de passe", { exact: true })).toBeVisible();
  await former.close();
  await choosePassword(page);
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(email);

  const kept = await putAccount(request, customer.number, { email: customer.email });
  expect(kept.warnings).toMatchObject([{ type: "superseded_value", value: customer.email, kept: email }]);
  expect(kept.email).toBe(email);
});
