import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { demoPerson } from "@/tests/support/demo";
import { keepFrench, signIn, typeCredentials } from "@/tests/support/portal-page";

const CAMILLE = "camille.lorme@perce-neige.example";
const NOE = "noe.baltard@perce-neige.example";
/** The identifier of the same person at the supplier DIAC Location. */
const NOE_AT_DIAC = "perce-neige-dl";

/** Opens the sign-in page of Mobilize Lease&Co, which redirects to `link` after the sign-in. */
async function openSignInPage(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/mobilize-lease?next=${encodeURIComponent(link)}`);
  await keepFrench(page);
  return page;
}

/** The address of the first invoice of the list. */
async function firstInvoice(page: Page): Promise<string> {
  const invoice = page.getByRole("table").getByRole("link", { name: /^FT-/ }).first();
  return new URL((await invoice.getAttribute("href")) ?? "", page.url()).pathname;
}

test(
  "a deep link, after a sign-in with the person's identifier at another supplier, leads to the right account",
  { tag: "@any-size" },
  async ({ page, browser, baseURL }) => {
    await signIn(page, demoPerson(NOE));
    const link = await firstInvoice(page);
    expect(link).toMatch(/^\/invoices\/[0-9a-f-]{36}$/);

    const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "fr-FR" });
    const other = await openSignInPage(context, link);
    await typeCredentials(other, demoPerson(NOE_AT_DIAC));
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(
      "Cette facture est dans un autre de vos espaces",
    );
    const answer = await context.request.get(link);
    expect(answer.status()).toBe(404);
    await other.getByRole("button", { name: "Ouvrir la facture chez Mobilize Lease&Co" }).click();
    // The address stays the same.
    await expect(other.getByRole("heading", { level: 1 })).toContainText("FT-");
    await expect(other).toHaveURL(link);
    await context.close();
  },
);

test(
  "a deep link to another person's account is not found, and opens after a sign-in with the right identifier",
  { tag: "@any-size" },
  async ({ page, browser, baseURL }) => {
    await signIn(page, demoPerson(CAMILLE));
    const link = await firstInvoice(page);
    const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "fr-FR" });
    const other = await openSignInPage(context, link);
    await typeCredentials(other, demoPerson("achats@lune-rousse.example"));
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Cette page n’est pas là");
    expect((await context.request.get(`${link}/original?download&scope=all`)).status()).toBe(404);
    await other.getByRole("link", { name: "Me connecter avec mon identifiant Mobilize Lease&Co" }).click();
    await typeCredentials(other, demoPerson(CAMILLE));
    await expect(other).toHaveURL(link);
    await context.close();
  },
);
