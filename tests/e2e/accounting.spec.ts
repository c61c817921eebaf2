import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { deposit, newCustomer, signInFirst } from "@/tests/support/mailed-customer";
import { browserErrors } from "@/tests/support/portal-page";

test.describe.configure({ timeout: 300_000 });

test("an accountant sets accounts, sees what is to complete, makes a batch once and takes it twice", async ({
  page,
  request,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "none");
  await deposit(request, customer, { lines: LINES });
  await signInFirst(page, customer);
  const errors = browserErrors(page);

  await page.goto("/invoices/accounting");
  await page.getByRole("link", { name: "Régler" }).click();
  await page.getByLabel("Code journal", { exact: true }).fill("=AC");
  await page.getByLabel("Compte fournisseur", { exact: true }).fill("401000");
  await page.getByLabel("Loyers", { exact: true }).fill("613500");
  await page.getByLabel("Compte de TVA à 20\u00a0%", { exact: true }).fill("445660");
  await page.getByRole("button", { name: "Enregistrer" }).first().click();
  const journal = page.getByLabel("Code journal", { exact: true });
  await expect(journal).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Loyers", { exact: true })).toHaveValue("613500");
  await checkState(page, "refused accounting settings");
  await journal.fill("AC");
  await page.getByRole("button", { name: "Enregistrer" }).first().click();
  await expect(page.getByText("Réglages enregistrés.")).toBeVisible();

  const rules = page.getByLabel("Véhicules et contrats", { exact: true });
  await rules.fill("GA-123-BC ; peut-être");
  await page.getByRole("button", { name: "Enregistrer" }).last().click();
  await expect(page.getByText(/^Ligne 1\u00a0:/)).toBeVisible();
  await expect(rules).toHaveValue("GA-123-BC ; peut-être");
  await rules.fill("GA-123-BC ; oui ; FLOTTE");
  await page.getByRole("button", { name: "Enregistrer" }).last().click();
  await expect(page.getByText("1 indication enregistrée.")).toBeVisible();

  await page.goto("/invoices/accounting");
  await page.getByRole("link", { name: "Préparer le lot" }).click();
  await expect(page.getByText("Compte de charge à indiquer")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /401000/ })).toBeVisible();
  await checkState(page, "preview of a batch");
  await page.getByRole("button", { name: "Faire le lot" }).click();
  await expect(page.getByText("Le lot 1 est fait\u00a0: 1 facture.")).toBeVisible();
  await checkState(page, "batch");
  const file = async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^CSV, pour tout logiciel/ }).click(),
    ]);
    return readFileSync(await download.path(), "utf8");
  };
  const first = await file();
  expect(first).toContain('"613500"');
  expect(first.split("\r\n")).toHaveLength(1 + 4 + 1);
  expect(await file()).toBe(first);

  await page.goto("/invoices/accounting");
  await expect(page.getByRole("heading", { name: "Tout est dans un lot" })).toBeVisible();
  await checkState(page, "batches");
  expect(errors).toEqual([]);
});

const LINES = [
  { description: "Loyer", quantity: "1", unit: "month" as const, unitPrice: "1000.00", vatRate: "20" },
  { description: "Frais de gestion", quantity: "1", unit: "one" as const, unitPrice: "24.00", vatRate: "20" },
];
