import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { signIn, signInByForm } from "@/tests/support/portal-page";

test("a manager finds in the journal who did what, and exports it", async ({ page }, { project }) => {
  const manager = demoUser("manager", "mobilize-lease");
  await signInByForm(page, manager);
  await page.goto("/console");
  await page.getByRole("navigation", { name: "Rubriques" }).getByRole("link", { name: "Journal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Journal" })).toBeVisible();

  await page.getByLabel("Quoi").selectOption({ label: "Connexions" });
  await page.getByLabel("Qui").selectOption({ label: "Toute l’équipe" });
  await page.getByRole("button", { name: "Afficher" }).click();
  const row = page.getByRole("row").filter({ hasText: manager.identifier }).first();
  await expect(row).toContainText("s’est connecté");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Exporter en CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.split("\r\n")[0]).toContain('"Date";"Qui";"Nom";"Quoi"');
  expect(csv).toContain(manager.identifier);
  expect(csv).not.toContain("a changé les réglages");

  await page.getByLabel("N° client").fill("000000");
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page.getByRole("heading", { name: "Rien dans cette période" })).toBeVisible();
  if (project.name === "desktop") await checkState(page, "a journal without a matching event");
  await page.getByRole("link", { name: "Retirer tous les filtres" }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("an adviser has no journal of the supplier", async ({ page }) => {
  await signIn(page, demoUser("adviser", "mobilize-lease"));
  await page.goto("/console/audit");
  await expect(page).toHaveURL(/\/console$/);
  await expect(page.getByRole("link", { name: "Journal" })).toHaveCount(0);
});
