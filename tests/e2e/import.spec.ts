import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demo, demoUser } from "@/tests/support/demo";
import { MAIL_SUPPLIER } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/** Long enough for background work on a busy machine. */
const WORKED = { timeout: 60_000 };

test("an adviser imports a file with bad lines, corrects a column, applies it and undoes it", async ({
  page,
}, { project }) => {
  const errors = browserErrors(page);
  const mark = `IMP-${project.name}-${randomUUID().slice(0, 8)}`;
  await signIn(page, demoUser("adviser", MAIL_SUPPLIER));
  await page.goto("/console/accounts/import");

  await test.step("a PDF is refused with an explanation", async () => {
    await page.getByLabel("Fichier CSV").setInputFiles({
      name: "facture.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.getByRole("button", { name: "Vérifier le fichier" }).click();
    await expect(page.getByText("Le fichier n’est ni un CSV ni un classeur .xlsx")).toBeVisible();
  });

  const csv = [
    "Code tiers;Nom;Contact;Envoi",
    `${mark}-1;Cidrerie du Vallon-Clair;bureau@vallon-clair.example;récap`,
    `${mark}-2;Imprimerie Quatre-Feuilles;facturation@quatre-feuilles;PJ`,
    ";Garage des Trois-Vallons;contact@troisvallons.example;",
  ].join("\r\n");
  await page.getByLabel("Fichier CSV").setInputFiles({
    name: "clients-novembre.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv),
  });
  await page.getByRole("button", { name: "Vérifier le fichier" }).click();
  await expect(page.getByText("Rien n’a encore changé.")).toBeVisible();
  const rows = page.getByRole("table", { name: "Ce que donne chaque ligne" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: "Refusée" })).toHaveCount(1);

  await test.step("the column that was not recognised", async () => {
    await page.getByLabel("Colonne « Contact »").selectOption({ label: "Adresse e-mail" });
    await page.getByRole("button", { name: "Vérifier avec ces colonnes" }).click();
    await expect(rows.filter({ hasText: "Refusée" })).toHaveCount(2);
    await expect(page.getByText("L’adresse n’est pas complète.")).toBeVisible();
    await checkState(page, "an import with its verdicts");
  });

  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page.getByText("1 ligne appliquée")).toBeVisible(WORKED);
  const account = () =>
    page.request.get(`/api/v1/accounts/${mark}-1`, {
      headers: { authorization: `Bearer ${demo().supplierKeys[MAIL_SUPPLIER]}` },
    });
  expect(await (await account()).json()).toMatchObject({
    email: "bureau@vallon-clair.example",
    emailSource: "import",
    preference: "digest",
  });

  await page.getByRole("button", { name: "Annuler cet import" }).click();
  await expect(page.getByText("Tout est comme avant l’import.")).toBeVisible(WORKED);
  expect((await account()).status()).toBe(404);

  await page.goto("/console/accounts/import");
  await expect(page.getByRole("heading", { name: "Derniers imports" })).toBeVisible();
  await checkState(page, "the imports");
  expect(errors).toEqual([]);
});
