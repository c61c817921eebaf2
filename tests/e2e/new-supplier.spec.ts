import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { invoiceSpec } from "@/tests/support/made-invoice";
import { choosePassword, CUSTOMER_PASSWORD, mailTo, resetPath } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { today } from "@/tests/support/test-days";
import { code, CONSOLE_URL, verify } from "./permissions/sign-in-with-code";

/* The steps of docs/new-supplier.md, and what an operator does with a supplier afterwards. */
let sql: postgres.Sql;
test.beforeAll(() => {
  sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
});
test.afterAll(() => sql.end());

interface Wanted {
  slug: string;
  name: string;
  manager: string;
}

/** Fills in `/console/suppliers/new`, and sends it. */
async function createSupplier(page: Page, { slug, name, manager }: Wanted): Promise<void> {
  await page.goto("/console/suppliers");
  await page.getByRole("link", { name: "Créer un fournisseur" }).click();
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Adresse du portail", { exact: true }).fill(slug);
  await page.getByLabel("Adresse du service clients", { exact: true }).fill(`clients@${slug}.example`);
  await page.getByLabel("Nom du gestionnaire", { exact: true }).fill("Inès Morel");
  await page.getByLabel("Adresse e-mail", { exact: true }).fill(manager);
  await page.getByRole("button", { name: "Créer un fournisseur" }).click();
}

const newSupplier = (project: string): Wanted => {
  const slug = `essai-${project}-${randomUUID().slice(0, 8)}`;
  return { slug, name: `Essai ${slug}`, manager: `ines@${slug}.example` };
};

/** The supplier's public pages must not stay among those of the demo. */
const hide = ({ slug }: Wanted) => sql`update suppliers set name = 'Zzz ' || name where slug = ${slug}`;

test("a new supplier comes from nothing to its first delivered invoice", async ({
  page,
  browser,
  baseURL,
  request,
}, { project }) => {
  test.slow();
  const errors = browserErrors(page);
  const wanted = newSupplier(project.name);
  const anotherBrowser = async () => {
    const context = await browser.newContext({ baseURL, locale: "fr-FR" });
    await context.addCookies([languageCookie("fr")]);
    return context.newPage();
  };

  // The operator creates it.
  await signIn(page, demoUser("operator", null));
  await createSupplier(page, { ...wanted, slug: "console" });
  await expect(page.getByText("Ce mot est déjà une page du portail.")).toBeVisible();
  if (project.name === "desktop") await checkState(page, "the refused form of a supplier");
  await page.getByLabel("Adresse du portail", { exact: true }).fill(wanted.slug);
  await page.getByRole("button", { name: "Créer un fournisseur" }).click();
  await expect(page.getByText(`${wanted.name} est créé.`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: wanted.name })).toContainText(
    "Attend son gestionnaire",
  );

  // Its first manager chooses a password, enrols the second factor, and creates a key.
  const manager = await anotherBrowser();
  await manager.goto(resetPath(await mailTo(request, wanted.manager, /^Votre accès à la console/)));
  await choosePassword(manager);
  await manager.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await manager.getByRole("button", { name: "Connexion" }).click();
  await manager.waitForURL(/\/second-factor/);
  const secret = (await manager.locator("p.font-mono").innerText()).replaceAll(" ", "");
  await code(manager).fill(codeOfStep(secret, stepOf(now())));
  await verify(manager).click();
  await manager.waitForURL(CONSOLE_URL);
  await expect(manager.getByRole("heading", { name: "Premiers pas" })).toBeVisible();
  if (project.name === "desktop") await checkState(manager, "the first steps of a supplier");
  await manager.goto("/console/keys/new");
  await manager.getByLabel("Nom", { exact: true }).fill("Logiciel de facturation");
  for (const box of await manager.getByRole("checkbox").all()) await box.check();
  await manager.getByRole("button", { name: "Créer une clé" }).click();
  const key = await manager.locator("mark").innerText();

  // The software puts a customer and deposits an invoice.
  const headers = { authorization: `Bearer ${key}` };
  const email = `compta@client-${wanted.slug}.example`;
  const put = await request.put("/api/v1/accounts/C-1", {
    headers,
    data: { companyName: "Client Essai SARL", email, preference: "link" },
  });
  expect(put.status(), await put.text()).toBe(201);
  const number = `N-${wanted.slug}`;
  const bytes = await makeFacturX(
    invoiceSpec({ number, issuedOn: today(), dueOn: undefined, customerNumber: "C-1" }),
  );
  const deposited = await request.post("/api/v1/invoices", {
    headers,
    multipart: { file: { name: `${number}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(bytes) } },
  });
  expect(deposited.status(), await deposited.text()).toBe(201);

  // The customer is told, activates the access, and reads it.
  const customer = await anotherBrowser();
  await mailTo(request, email, new RegExp(number));
  await customer.goto(resetPath(await mailTo(request, email, /^Activation/)));
  await choosePassword(customer);
  await customer.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await customer.getByRole("button", { name: "Connexion" }).click();
  await customer.waitForURL(/\/invoices/);
  await customer.getByRole("link", { name: number }).first().click();
  await expect(customer.getByRole("heading", { level: 1 })).toContainText(number);

  // The operator suspends it: its key and its manager are refused, the customer goes on reading.
  await page.getByRole("link", { name: wanted.name }).click();
  await expect(page.getByText("A choisi son mot de passe")).toBeVisible();
  const box = page.locator("#suspend");
  await box.locator("summary").click();
  await box.getByRole("button", { name: "Suspendre" }).click();
  await expect(page.getByText(`${wanted.name} est suspendu.`)).toBeVisible();
  if (project.name === "desktop") await checkState(page, "a suspended supplier");
  expect((await request.get("/api/v1/accounts/C-1", { headers })).status()).toBe(403);
  await manager.goto("/console");
  await expect(manager.getByRole("button", { name: "Connexion" })).toBeVisible();
  await customer.reload();
  await expect(customer.getByRole("heading", { level: 1 })).toContainText(number);
  await page.locator("#resume summary").click();
  await page.locator("#resume").getByRole("button", { name: "Remettre en service" }).click();
  await expect(page.getByText(`${wanted.name} est remis en service.`)).toBeVisible();
  expect((await request.get("/api/v1/accounts/C-1", { headers })).status()).toBe(200);
  await hide(wanted);
  expect(errors).toEqual([]);
});
