import { expect, test } from "@playwright/test";
import { demo } from "@/tests/support/demo";
import {
  choosePassword,
  CUSTOMER_PASSWORD,
  deposit,
  directPath,
  MAIL_SUPPLIER,
  mailsTo,
  mailTo,
  newCustomer,
  resetPath,
} from "@/tests/support/mailed-customer";
import { browserErrors, openMenu } from "@/tests/support/portal-page";

test("a new customer gets from the first invoice to the first sign-in without help", async ({
  page,
  request,
}, info) => {
  const errors = browserErrors(page);
  const customer = await newCustomer(request, info.project.name, "link");
  const { number } = await deposit(request, customer);
  const mail = await mailTo(request, customer.email, /^Activation de votre espace E-Facture/);
  expect(mail.text).toContain(customer.email);

  await page.goto(resetPath(mail));
  await expect(page.getByText(customer.email).first()).toBeVisible();
  await page.getByLabel("Votre mot de passe", { exact: true }).fill("abc");
  await page.getByLabel("Confirmation", { exact: true }).fill("abd");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("Il faut au moins 8 caractères.").first()).toBeVisible();
  await expect(page.getByText("La confirmation est différente du mot de passe.")).toBeVisible();

  await choosePassword(page);
  await expect(page).toHaveURL(new RegExp(`/${MAIL_SUPPLIER}$`));
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(customer.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await page.getByRole("button", { name: "Connexion" }).click();
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Facture ${number}`);
  await mailTo(request, customer.email, /mot de passe/i);
  expect(errors).toEqual([]);
});

test("a mailed link still opens when the punctuation after it was copied with it", async ({
  page,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "link");
  const { number } = await deposit(request, customer);
  const activation = await mailTo(request, customer.email, /^Activation de votre espace E-Facture/);
  for (const punctuation of [".", ")", ">", "),"]) {
    await page.goto(`${resetPath(activation)}${punctuation}`);
    await expect(page.getByLabel("Votre mot de passe", { exact: true })).toBeVisible();
  }
  const notification = await mailTo(request, customer.email, new RegExp(number));
  for (const punctuation of [".", ")", ">"]) {
    await page.goto(`${directPath(notification)}${punctuation}`);
    await expect(page.getByText(number).first()).toBeVisible();
  }
  expect(activation.html).toContain('name="format-detection"');
});

test("recovery with several companies shows each identifier, and one password for all works", async ({
  page,
  request,
}, info) => {
  const first = await newCustomer(request, info.project.name, "none");
  const second = await newCustomer(request, info.project.name, "none", first.email);
  await deposit(request, first);
  await deposit(request, second);
  await mailTo(request, first.email, /^Activation/);

  await page.goto(`/${MAIL_SUPPLIER}`);
  await page.getByRole("link", { name: "Mot de passe ou identifiant oublié" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Récupération de mot de passe ou identifiant oublié",
  );
  await page.getByLabel("Adresse e-mail", { exact: true }).fill("personne@nulle-part.example");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("Aucun compte trouvé pour personne@nulle-part.example")).toBeVisible();
  await page.getByLabel("Adresse e-mail", { exact: true }).fill(first.email);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(
    page.getByText("Un mail de récupération de votre identifiant ou mot de passe vous a été adressé"),
  ).toBeVisible();

  const mail = await mailTo(request, first.email, /identifiant|mot de passe/i);
  const path = resetPath(mail);
  // Opening the link does not use it up: mail scanners open every link.
  for (let index = 0; index < 20; index += 1) await request.get(path);
  await page.goto(path);
  await expect(page.locator("mark")).toHaveCount(2);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await choosePassword(page);
  await expect(
    page.getByText("Choisissez l’entreprise, ou le même mot de passe pour toutes.").first(),
  ).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByLabel("Le même mot de passe pour toutes").check();
  await choosePassword(page);
  await expect(page).toHaveURL(new RegExp(`/${MAIL_SUPPLIER}$`));

  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a déjà servi");
  await page.getByRole("button", { name: "Recevoir un nouveau lien" }).click();
  await expect(page.getByText("Un mail de récupération de votre identifiant")).toBeVisible();
  await page.goto(`${path}x`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
});

test(
  "each preference sends the right mail, and the link of a digest opens its invoices in a new browser",
  { tag: "@any-size" },
  async ({ request, browser, baseURL }, info) => {
    const attached = await newCustomer(request, info.project.name, "attachment");
    const linked = await newCustomer(request, info.project.name, "link");
    const daily = await newCustomer(request, info.project.name, "digest");
    const withoutMail = await newCustomer(request, info.project.name, "none");
    const [one, two] = [await deposit(request, attached), await deposit(request, linked)];
    await deposit(request, withoutMail);
    const third = await deposit(request, daily);
    expect((await mailTo(request, attached.email, new RegExp(one.number))).attachments).toHaveLength(1);
    const link = await mailTo(request, linked.email, new RegExp(two.number));
    expect(link.attachments).toHaveLength(0);
    const opened = await request.get(directPath(link));
    expect(await opened.text()).toContain(two.number);

    const response = await request.post("/api/cron/digest?now", {
      headers: { authorization: `Bearer ${demo().cronSecret}` },
    });
    expect(response.status()).toBe(200);
    const digest = await mailTo(request, daily.email, /^\d factures?\s: /);
    await mailTo(request, withoutMail.email, /^Activation/);
    expect((await mailsTo(request, withoutMail.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Activation/),
    ]);
    const newBrowserPage = await browser.newPage({ baseURL });
    const errors = browserErrors(newBrowserPage);
    const answer = await newBrowserPage.goto(directPath(digest));
    expect(answer?.headers()["x-robots-tag"]).toBe("noindex");
    expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
    await expect(newBrowserPage.getByText(third.number)).toBeVisible();
    const [file] = await Promise.all([
      newBrowserPage.waitForEvent("download"),
      newBrowserPage.getByRole("button", { name: /^Télécharger/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^\\d{4}-\\d\\d_[A-Z-]+_${third.number}\\.pdf$`));
    expect(
      (await newBrowserPage.context().cookies()).filter(({ name }) => name.startsWith("__Host")),
    ).toEqual([]);
    expect((await newBrowserPage.request.get(`${directPath(digest)}/${two.id}`)).status()).toBe(404);
    expect(errors).toEqual([]);
    await newBrowserPage.close();
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a person recovers the identifier, chooses a password, signs in and out", async ({
    page,
    request,
  }, info) => {
    const customer = await newCustomer(request, info.project.name, "none");
    await deposit(request, customer);
    await mailTo(request, customer.email, /^Activation/);
    await page.goto(`/${MAIL_SUPPLIER}/recover`);
    await page.getByLabel("Adresse e-mail", { exact: true }).fill(customer.email);
    await page.getByRole("button", { name: "Envoyer" }).click();
    const mail = await mailTo(request, customer.email, /(identifiant|mot de passe)/i);
    await page.goto(resetPath(mail));
    await choosePassword(page);
    await page.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
    await page.getByRole("button", { name: "Connexion" }).click();
    await expect(page).toHaveURL(/\/invoices$/);
    await expect(page.getByText("Aucun mail ne vous prévient des nouvelles factures.")).toBeVisible();
    await openMenu(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByText("Vous êtes déconnecté")).toBeVisible();
  });
});
