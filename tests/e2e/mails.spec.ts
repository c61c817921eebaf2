import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { demo } from "@/tests/support/demo";
import { eventually } from "@/tests/support/eventually";
import { invoiceSpec } from "@/tests/support/invoice-file";
import { complaints, openMenu } from "@/tests/support/portal-page";

const PASSWORD = "Sillon-Bleu-Vif-9";
const SUPPLIER = "diac-location";

interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; size: number }[];
}

interface Customer {
  number: string;
  email: string;
}

const key = () => ({ authorization: `Bearer ${demo().supplierKeys[SUPPLIER]}` });
let count = 0;

/** A new account at the supplier, reached at an address nobody else has. */
async function newCustomer(
  request: APIRequestContext,
  project: string,
  preference: string,
  email = `e2e-${project}-${Date.now()}-${(count += 1)}@essai.example`,
): Promise<Customer> {
  const number = `E2E-${project}-${Date.now()}-${(count += 1)}`;
  const response = await request.put(`/api/v1/accounts/${number}`, {
    headers: key(),
    data: { companyName: `Essai ${number} SARL`, email, preference, channel: "electronic" },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return { number, email };
}

async function deposit(
  request: APIRequestContext,
  customer: Customer,
): Promise<{ id: string; number: string }> {
  const number = `M-${customer.number}-${(count += 1)}`;
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
  const spec = invoiceSpec({ number, issuedOn: today, dueOn: undefined, customerNumber: customer.number });
  const buffer = Buffer.from(await makeFacturX(spec));
  const response = await request.post("/api/v1/invoices", {
    headers: key(),
    multipart: { file: { name: `${number}.pdf`, mimeType: "application/pdf", buffer } },
  });
  expect(response.status(), await response.text()).toBe(201);
  return { id: (await response.json()).id, number };
}

/** The newest mail to the address whose subject fits, once it is there. */
async function mailTo(request: APIRequestContext, email: string, subject: RegExp): Promise<Mail> {
  return eventually(`a mail ${subject} to ${email}`, async () => {
    const mails: Mail[] = await (
      await request.get(`/dev/mailbox.json?to=${encodeURIComponent(email)}`)
    ).json();
    return mails.find((mail) => subject.test(mail.subject)) as Mail;
  });
}

const pathIn = (mail: Mail, pattern: RegExp) =>
  new URL(pattern.exec(mail.html)?.[0] ?? "", demo().url).pathname;
const resetPath = (mail: Mail) => pathIn(mail, /https?:\/\/[^"]+\/reset\/[\w-]+/);
const directPath = (mail: Mail) => pathIn(mail, /https?:\/\/[^"]+\/d\/[\w-]+/);

async function choosePassword(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel("Votre mot de passe", { exact: true }).fill(password);
  await page.getByLabel("Confirmation", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Envoyer" }).click();
}

test("from the first invoice to the first sign-in, alone", async ({ page, request }, info) => {
  const errors = complaints(page);
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
  await expect(page).toHaveURL(new RegExp(`/${SUPPLIER}$`));
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(customer.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Connexion" }).click();
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Facture ${number}`);
  await mailTo(request, customer.email, /mot de passe/i);
  expect(errors).toEqual([]);
});

test("recovering with several companies: each identifier is shown, one password for all works", async ({
  page,
  request,
}, info) => {
  const first = await newCustomer(request, info.project.name, "none");
  const second = await newCustomer(request, info.project.name, "none", first.email);
  await deposit(request, first);
  await deposit(request, second);
  await mailTo(request, first.email, /^Activation/);

  await page.goto(`/${SUPPLIER}`);
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
  for (let at = 0; at < 20; at += 1) await request.get(path);
  await page.goto(path);
  await expect(page.locator("mark.id")).toHaveCount(2);
  await page.getByLabel("Le même mot de passe pour toutes").check();
  await choosePassword(page);
  await expect(page).toHaveURL(new RegExp(`/${SUPPLIER}$`));

  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a déjà servi");
  await page.getByRole("button", { name: "Recevoir un nouveau lien" }).click();
  await expect(page.getByText("Un mail de récupération de votre identifiant")).toBeVisible();
  await page.goto(`${path}x`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre rien");
});

test("each preference sends what it says, and a digest's link opens its invoices in a clean browser", async ({
  request,
  browser,
  baseURL,
}, info) => {
  const attached = await newCustomer(request, info.project.name, "attachment");
  const linked = await newCustomer(request, info.project.name, "link");
  const daily = await newCustomer(request, info.project.name, "digest");
  const [one, two] = [await deposit(request, attached), await deposit(request, linked)];
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
  const digest = await mailTo(request, daily.email, /facture/i);
  const clean = await browser.newPage({ baseURL });
  const errors = complaints(clean);
  const answer = await clean.goto(directPath(digest));
  expect(answer?.headers()["x-robots-tag"]).toBe("noindex");
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(clean.getByText(third.number)).toBeVisible();
  const [file] = await Promise.all([
    clean.waitForEvent("download"),
    clean.getByRole("link", { name: /^Télécharger/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${third.number}.pdf`);
  expect((await clean.context().cookies()).filter(({ name }) => name.startsWith("__Host"))).toEqual([]);
  expect((await clean.request.get(`${directPath(digest)}/${two.id}`)).status()).toBe(404);
  expect(errors).toEqual([]);
  await clean.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one recovers, chooses a password, signs in and out", async ({ page, request }, info) => {
    const customer = await newCustomer(request, info.project.name, "none");
    await deposit(request, customer);
    await mailTo(request, customer.email, /^Activation/);
    await page.goto(`/${SUPPLIER}/recover`);
    await page.getByLabel("Adresse e-mail", { exact: true }).fill(customer.email);
    await page.getByRole("button", { name: "Envoyer" }).click();
    const mail = await mailTo(request, customer.email, /(identifiant|mot de passe)/i);
    await page.goto(resetPath(mail));
    await choosePassword(page);
    await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Connexion" }).click();
    await expect(page).toHaveURL(/\/invoices$/);
    await expect(page.getByText("Aucun mail ne vous prévient des nouvelles factures.")).toBeVisible();
    await openMenu(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByText("Vous êtes déconnecté")).toBeVisible();
  });
});
