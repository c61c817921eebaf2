import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
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

test("axe finds nothing on the pages of keys and of a key that was just created @any-size", async ({
  page,
}) => {
  await signIn(page, demoUser("manager", "express-colis"));
  await page.goto("/console/keys/new");
  await page.getByRole("button", { name: "Créer une clé" }).click();
  await checkState(page, "the refused form of a key");
  await createKey(page, `Accessible ${Date.now()}`);
  await checkState(page, "a created key");
  await page.getByRole("link", { name: "Voir les clés" }).click();
  await checkState(page, "the keys");
  await keyLinks(page, "Accessible").first().click();
  await checkState(page, "one key");
  await page.context().addCookies([languageCookie("en")]);
  await page.reload();
  await checkState(page, "one key in English");
  await page.goto("/console/keys");
  await checkState(page, "the keys in English");
});
