import { expect, test } from "@playwright/test";
import { addMonths } from "@/lib/dates";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";
import { today, yesterday } from "@/tests/support/test-days";

test.use({ javaScriptEnabled: false });

test("a reader of the list of both companies sees when the next invoice is in the other company, and can switch to it", async ({
  page,
}) => {
  await signIn(page, demoUser("administrator", "mobilize-lease"));
  const days = `from=${addMonths(today(), -3)}&to=${yesterday()}`;
  await page.goto(`/invoices?${days}&sort=number-asc&scope=all`);
  const list = new URL(page.url()).search;
  const beyond = page.getByRole("row").filter({ hasText: "Perce-Neige Frigo SARL" }).first();
  const link = beyond.getByRole("link", { name: /^(FT|AV)-/ });
  const number = await link.innerText();
  await link.click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Cette facture est dans un autre de vos espaces");

  // The reader goes to the invoice before it without switching the company, and returns.
  const crumb = page.getByRole("navigation", { name: "Fil d’Ariane" });
  await crumb.getByRole("link", { name: "Précédente" }).click();
  await expect(title).toContainText(/FT-|AV-/);
  await expect(crumb).toContainText("Perce-Neige Frigo SARL");
  await crumb.getByRole("link", { name: "Suivante" }).click();
  await page.getByRole("button", { name: /^Ouvrir la facture/ }).click();
  await expect(title).toContainText(number);
  expect(new URL(page.url()).search).toBe(list);
  await expect(crumb.getByRole("link", { name: "Précédente" })).toBeVisible();
  await expect(crumb).toContainText("Transports Perce-Neige SAS");
});
