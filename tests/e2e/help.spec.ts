import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { signIn } from "@/tests/support/portal-page";

/** All help addresses of a supplier. */
async function topics(page: Page, supplier: string): Promise<string[]> {
  await page.goto(`/${supplier}/help`);
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => href.includes("/help/")))];
}

test(
  "every question has a page in both languages, and all its links work",
  { tag: "@any-size" },
  async ({ page, context }) => {
    for (const locale of ["fr", "en"] as const) {
      await context.addCookies([languageCookie(locale)]);
      const paths = await topics(page, "mobilize-lease");
      expect(paths.length).toBeGreaterThan(20);
      for (const path of paths) {
        const response = await page.request.get(path);
        expect(response.status(), path).toBe(200);
        expect(await response.text(), path).toContain(`lang="${locale}"`);
      }
    }
    await context.addCookies([languageCookie("fr")]);
    await signIn(page);
    const seen = new Set<string>();
    for (const path of await topics(page, "mobilize-lease")) {
      const html = await (await page.request.get(path)).text();
      const answer = /<article>.*?<\/article>/s.exec(html)?.[0] ?? "";
      for (const [, href = ""] of answer.matchAll(/href="([^"]+)"/g)) {
        if (href.startsWith("#")) expect(html, path).toContain(`id="${href.slice(1)}"`);
        if (href.startsWith("/")) seen.add(href);
      }
    }
    expect(seen.size).toBeGreaterThan(15);
    const missing: string[] = [];
    for (const href of seen) if ((await page.request.get(href)).status() !== 200) missing.push(href);
    expect(missing).toEqual([]);
  },
);

test("a question is found by other words and without accents, and a search without result says so", async ({
  page,
}) => {
  await page.goto("/mobilize-lease/help");
  await page.getByLabel("Rechercher dans l’aide", { exact: true }).fill("MDP oublie");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/\?q=MDP\+oublie$/);
  await expect(page.getByRole("heading", { name: /pour «\sMDP oublie\s»$/ })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^J’ai oublié mon mot de passe/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^J’ai oublié mon mot de passe/);
  await page.goto("/mobilize-lease/help?q=zzyzx%3Cb%3E");
  await expect(page.getByRole("heading", { name: /^Aucune réponse pour «\szzyzx<b>\s»$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Première connexion" })).toBeVisible();
});

test("an unknown question gives a 404 page", { tag: "@any-size" }, async ({ page }) => {
  for (const path of ["/mobilize-lease/help/nothing", "/nobody/help/sign-in"])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("a person who waits for a mail gets from the sign-in page to the delivery state of the mail", async ({
  page,
}) => {
  const user = demoUser("administrator", "mobilize-lease");
  await page.goto("/mobilize-lease");
  await page.context().addCookies([languageCookie("fr")]);
  await page.getByRole("link", { name: "Toutes les questions" }).click();
  await page.getByRole("link", { name: "Je n’ai pas reçu le mail pour ma dernière facture" }).click();
  await expect(page.getByText("factures@mobilize-lease.example")).toBeVisible();
  await expect(page.getByText("service.clients@mobilize-lease.example")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Connectez-vous" }).click();
  await page.getByLabel("Identifiant", { exact: true }).fill(user.identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Connexion" }).click();
  await expect(page).toHaveURL(/\/mobilize-lease\/help\/no-notification-mail$/);
  await expect(page.getByRole("heading", { name: "Les derniers mails de votre espace" })).toBeVisible();
  await expect(
    page.getByText(/^Vos mails partent à camille\.lorme@perce-neige\.example\u00a0: un par jour/),
  ).toBeVisible();
  // Mails to her from other tests may be among the last ones.
  await expect(page.getByRole("link", { name: "elsa.quimper@mobilize-lease.example" })).toBeVisible();
  await page.goto("/diac-location/help/no-notification-mail");
  await expect(page.getByText("elsa.quimper@mobilize-lease.example")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Les derniers mails de votre espace" })).toBeHidden();
});

test("the recovery page links to the reasons why its mail may be missing", async ({ page }) => {
  await page.goto("/mobilize-lease/recover");
  await page.getByRole("link", { name: /Le mail n’arrive pas/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/mail de récupération/);
});
