import { randomInt } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { eventually } from "@/tests/support/eventually";
import { deposit, MAIL_SUPPLIER, mailsTo, mailTo, newCustomer } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

const find = async (page: Page, typed: string) => {
  await page.getByRole("searchbox", { name: "Rechercher" }).fill(typed);
  await page.getByRole("button", { name: "Rechercher" }).click();
};
const rowOf = (page: Page, number: string) => page.getByRole("row").filter({ hasText: number });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript @any-size", () => {
    test.use({ javaScriptEnabled });

    test("an adviser finds a caller by invoice and by plate, and sends the activation again, once", async ({
      page,
      request,
    }, { project }) => {
      const errors = browserErrors(page);
      const customer = await newCustomer(request, project.name, "link");
      const plate = `ZY-${randomInt(100, 999)}-${randomInt(1_000, 9_999)}`;
      const invoice = await deposit(request, customer, { plates: [plate] });
      await mailTo(request, customer.email, /^Activation/);
      await signIn(page, demoUser("adviser", MAIL_SUPPLIER));

      await find(page, invoice.number.toLowerCase().replaceAll("-", " "));
      await expect(page).toHaveURL(new RegExp(`/console/accounts/[0-9a-f-]{36}\\?invoice=${invoice.id}$`));

      await page.goto("/console/accounts");
      await find(page, plate.replaceAll("-", "").toLowerCase());
      await expect(rowOf(page, customer.number)).toContainText(`le véhicule ${plate}`);

      await find(page, customer.number);
      await rowOf(page, customer.number).getByRole("checkbox").check();
      await page.getByLabel("Pour les clients choisis").selectOption({ label: "Renvoyer l’activation" });
      await page.getByRole("button", { name: "Voir ce qui va se passer" }).click();
      await expect(page.getByRole("heading", { name: "Renvoyer l’activation" })).toBeVisible();
      await expect(page.getByText(`Deuxième mail d’activation, à ${customer.email}`)).toBeVisible();
      const preview = page.url();
      await page.getByRole("button", { name: "Appliquer" }).click();
      await expect(page.getByText("1 mail d’activation part.")).toBeVisible();
      // The same preview, applied once more.
      await page.goto(preview);
      await expect(page.getByText(`Nouveau mail d’activation, à ${customer.email}`)).toBeVisible();
      const activations = async () =>
        (await mailsTo(request, customer.email)).filter(({ subject }) => subject.startsWith("Activation"));
      await eventually("the second activation mail", async () => (await activations()).length === 2);
      expect(errors).toEqual([]);
    });
  });
}

test("the lists of customers have a name, a message when they are empty, and an export", async ({ page }) => {
  const errors = browserErrors(page);
  await signIn(page, demoUser("adviser", "mobilize-lease"));
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  await checkState(page, "today");
  await page.getByRole("link", { name: /Sans adresse/ }).click();
  await expect(page).toHaveURL(/list=no_address$/);
  await expect(rowOf(page, "211515")).toContainText("Sans adresse");
  await checkState(page, "a list of customers");
  const href = await page.getByRole("link", { name: "Exporter la liste, CSV" }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  expect(csv).toContain('"Association Les Cigales Bleues"');
  expect(csv).not.toContain("Perce-Neige");

  for (const [list, number] of [
    ["Jamais activés", "213377"],
    ["Papier", "210067"],
    ["Rien d’ouvert", "208840"],
    ["Partent bientôt", "204118"],
  ] as const) {
    await page.getByRole("navigation", { name: "Listes" }).getByRole("link", { name: list }).click();
    await expect(rowOf(page, number)).toBeVisible();
  }
  await page.goto("/console/accounts?q=perce-nei");
  await expect(page.locator("mark").first()).toHaveText("Perce-Nei");
  await page.goto("/console/accounts?q=n%27existe-pas");
  await expect(page.getByRole("heading", { name: "Aucun client pour « n'existe-pas »" })).toBeVisible();
  await page.goto("/console/accounts/bulk?action=assign-nobody");
  await expect(page.getByRole("heading", { name: "Aucun client choisi" })).toBeVisible();
  expect(errors).toEqual([]);
});

test("Ctrl K opens the search box from every page of the console, but not while somebody types in a field", async ({
  page,
}) => {
  await signIn(page, demoUser("adviser", "mobilize-lease"));
  const box = page.getByRole("searchbox", { name: "Rechercher" });
  // The key works once the page's script runs.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.goto("/console/templates/new");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await page.waitForURL(/\/console\/accounts/, { timeout: 500 });
  }).toPass();
  await expect(box).toBeFocused();

  await page.goBack();
  const title = page.getByLabel("Titre", { exact: true });
  await title.fill("Montant");
  await page.keyboard.press("Control+k");
  await title.press("End");
  await expect(title).toHaveValue("Montant");
  await expect(page).toHaveURL(/\/console\/templates\/new$/);
});
