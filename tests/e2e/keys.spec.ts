import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { eventually } from "@/tests/support/eventually";
import { madeInvoice } from "@/tests/support/made-invoice";
import { MAIL_SUPPLIER, newCustomer } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/** The status of a deposit without a file: 415 when the key is accepted, 401 when it is not. */
async function depositStatus(request: APIRequestContext, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await request.post("/api/v1/invoices", { headers, data: "no file" })).status();
}

/** Creates a key with a double click, and returns it. */
async function createKey(page: Page, name: string): Promise<string> {
  await page.goto("/console/keys/new");
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Dans 30 jours").check();
  await page.getByRole("button", { name: "Créer une clé" }).dblclick();
  return shownKey(page);
}

async function shownKey(page: Page): Promise<string> {
  const shown = page.locator("main mark");
  await expect(shown).toHaveText(/^efk_[\w-]{27}$/);
  return shown.innerText();
}

const keyLinks = (page: Page, name: string) => page.getByRole("table").getByRole("link", { name });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a manager creates a key, rotates it while the old one still works, and revokes the old one", async ({
      page,
      request,
    }, info) => {
      const errors = browserErrors(page);
      await signIn(page, demoUser("manager", "diac-location"));
      await page.goto("/console/keys");
      await page.getByRole("link", { name: "Créer une clé" }).click();
      await page.getByRole("button", { name: "Créer une clé" }).click();
      await expect(page.getByText("Donnez un nom à cette clé.")).toBeVisible();

      const name = `ERP ${info.project.name} ${javaScriptEnabled} ${Date.now()}`;
      const key = await createKey(page, name);
      expect(await depositStatus(request, key)).toBe(415);
      const headers = { authorization: `Bearer ${key}` };
      const refused = await request.get("/api/v1/accounts", { headers });
      expect(refused.status()).toBe(403);
      expect(await refused.json()).toMatchObject({ type: "urn:e-facture:problem:scope-missing" });

      await page.getByRole("link", { name: "Voir les clés" }).click();
      await expect(keyLinks(page, name)).toHaveCount(1);
      expect(await page.content()).not.toContain(key);
      await keyLinks(page, name).click();
      const path = new URL(page.url()).pathname;
      await page.getByLabel("1 heure", { exact: true }).check();
      await page.getByRole("button", { name: "Renouveler la clé" }).dblclick();
      const renewed = await shownKey(page);
      expect(renewed).not.toBe(key);
      expect([await depositStatus(request, key), await depositStatus(request, renewed)]).toEqual([415, 415]);

      await page.goto(path);
      expect(await page.content()).not.toContain(renewed);
      await expect(page.getByText("Cette clé est déjà remplacée")).toBeVisible();
      await page.getByRole("button", { name: "Révoquer" }).dblclick();
      await expect(page.getByText(`La clé «\u00a0${name}\u00a0» est révoquée`)).toBeVisible();
      expect([await depositStatus(request, key), await depositStatus(request, renewed)]).toEqual([401, 415]);

      await keyLinks(page, name).first().click();
      await page.getByRole("button", { name: "Révoquer" }).click();
      await expect(page.getByText("est révoquée")).toBeVisible();
      expect(await depositStatus(request, renewed)).toBe(401);
      expect(errors.filter((error) => !/40[13]|415/.test(error))).toEqual([]);
    });
  });
}

test("a program that deposits all the time is never refused while its key is rotated, until the overlap ends @any-size", async ({
  page,
  request,
}, { project }) => {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const customer = await newCustomer(request, project.name, "none");
  await signIn(page, demoUser("manager", MAIL_SUPPLIER));
  const name = `Programme ${randomUUID()}`;
  const old = await createKey(page, name);
  const statuses: number[] = [];
  const deposits = async (count: number) => {
    const least = statuses.length + count;
    await eventually(`${count} more deposits`, () => statuses.length >= least);
  };
  let key = old;
  let isStopped = false;
  const program = (async () => {
    while (!isStopped) statuses.push((await depositWith(request, key, customer.number)).status());
  })();
  try {
    await page.goto("/console/keys");
    await keyLinks(page, name).click();
    await page.getByLabel("1 heure", { exact: true }).check();
    await deposits(2);
    await page.getByRole("button", { name: "Renouveler la clé" }).click();
    const renewed = await shownKey(page);
    await deposits(3);
    key = renewed;
    await deposits(3);
    // The hour of the overlap passes.
    await sql`update supplier_keys set expires_at = now() where starts_with(${old}, prefix) and name = ${name}`;
    const refused = await depositWith(request, old, customer.number);
    expect(refused.status()).toBe(401);
    expect(refused.headers()["www-authenticate"]).toContain("Bearer");
    expect(await refused.json()).toMatchObject({
      type: "urn:e-facture:problem:unauthorized",
      title: "A valid key is needed.",
    });
    await deposits(2);
  } finally {
    isStopped = true;
    await program;
    await sql.end();
  }
  expect(statuses.filter((status) => status !== 201)).toEqual([]);
  await page.goto("/console/keys");
  await expect(page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Active" })).toHaveCount(1);
});

/** Deposits a new invoice of the customer. */
function depositWith(request: APIRequestContext, key: string, customerNumber: string) {
  const { bytes, fileName } = madeInvoice({ number: `ROT-${randomUUID().slice(0, 12)}`, customerNumber });
  return request.post("/api/v1/invoices", {
    headers: { authorization: `Bearer ${key}` },
    multipart: { file: { name: fileName, mimeType: "application/xml", buffer: Buffer.from(bytes) } },
  });
}

test("axe finds nothing in the states of the pages of keys @any-size", async ({ page }) => {
  await signIn(page, demoUser("manager", "express-colis"));
  await page.goto("/console/keys/new");
  await page.getByRole("button", { name: "Créer une clé" }).click();
  await checkState(page, "the refused form of a key");
  await createKey(page, `Accessible ${Date.now()}`);
  await checkState(page, "a created key");
});
