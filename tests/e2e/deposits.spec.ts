import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { addDays } from "@/lib/dates";
import { checkState } from "@/tests/support/check-page";
import { demo, demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { madeInvoice } from "@/tests/support/made-invoice";
import {
  deposit,
  MAIL_SUPPLIER,
  newCustomer,
  signInFirst,
  supplierKey,
} from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { today } from "@/tests/support/test-days";

const SUPPLIER = "mobilize-lease";
/** A demo customer that never signed in, so that no other test looks at its archive. */
const UNSEEN_CUSTOMER = "213377";

/** A file that names no customer, with a unique number. */
function fileWithoutCustomer() {
  const number = `DEP-${randomUUID().slice(0, 12)}`;
  const { bytes, fileName } = madeInvoice({ number, customerNumber: "" });
  return { number, file: { name: fileName, mimeType: "application/xml", buffer: Buffer.from(bytes) } };
}

/** Finds the customer on the page of a refused file, and deposits the file for it. */
async function correct(page: Page, customerNumber: string): Promise<void> {
  await page.getByLabel("Chercher un client").fill(customerNumber);
  await page.getByRole("button", { name: "Rechercher" }).click();
  await page.getByRole("link", { name: /^Choisir/ }).click();
  await expect(page.getByLabel("Numéro de client", { exact: true })).toHaveValue(customerNumber);
  await page.getByRole("button", { name: "Déposer" }).dblclick();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a manager deposits a file, corrects what it lacks, and it reaches the customer once", async ({
      page,
      request,
    }, { project }) => {
      const errors = browserErrors(page);
      const customer = await newCustomer(request, project.name, "none");
      const { number, file } = fileWithoutCustomer();
      await signIn(page, demoUser("manager", MAIL_SUPPLIER));
      await page.goto("/console/deposits");
      await page.getByRole("link", { name: "Déposer des factures" }).click();
      await page.getByLabel("Vos fichiers").setInputFiles([file]);
      await page.getByRole("button", { name: "Déposer" }).click();
      if (javaScriptEnabled) {
        const sent = page.getByRole("list", { name: "Fichiers envoyés" });
        await expect(sent).toContainText("Refusée");
        await sent.getByRole("link", { name: /^Corriger/ }).click();
      }
      await expect(page.getByText("Client inconnu")).toBeVisible();
      const path = new URL(page.url()).pathname;

      await page.getByLabel("Numéro de client", { exact: true }).fill("personne");
      await page.getByRole("button", { name: "Déposer" }).click();
      await expect(page.getByLabel("Numéro de client", { exact: true })).toHaveAccessibleDescription(
        /Aucun client ne porte le numéro personne/,
      );

      await correct(page, customer.number);
      await expect(page.getByText("est déposé : la facture est chez le client.")).toBeVisible();
      await page.goto(path);
      await expect(page.getByText("Ce fichier est arrivé.")).toBeVisible();
      await page.goto("/console/deposits?show=accepted");
      await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
      expect(errors).toEqual([]);
    });
  });
}

test("several files are sent one after the other, and a file that is sent again arrives once @any-size", async ({
  page,
  request,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "none");
  const named = () => {
    const number = `DEP-${randomUUID().slice(0, 12)}`;
    const { bytes, fileName } = madeInvoice({ number, customerNumber: customer.number });
    return { name: fileName, mimeType: "application/xml", buffer: Buffer.from(bytes) };
  };
  const [one, two] = [named(), named()];
  await signIn(page, demoUser("manager", MAIL_SUPPLIER));
  await page.goto("/console/deposits/new");
  const send = async (files: (typeof one)[]) => {
    await page.getByLabel("Vos fichiers").setInputFiles(files);
    await page.getByRole("button", { name: "Déposer" }).click();
  };
  await send([one, { ...one, name: "photo.pdf", buffer: Buffer.from("photo") }, two]);
  const sent = page.getByRole("list", { name: "Fichiers envoyés" }).getByRole("listitem");
  await expect(sent).toContainText([/Acceptée/, /Refusée/, /Acceptée/]);
  await checkState(page, "files that were sent");
  await send([one]);
  await expect(sent).toContainText([/Déjà arrivée/]);
});

test("a manager sees deposits, refused files and announcements @any-size", async ({ page }) => {
  await signIn(page, demoUser("manager", SUPPLIER));
  await page.goto("/console/deposits");
  await expect(page.getByRole("img", { name: /^Fichiers des 30 derniers jours/ })).toBeVisible();
  await page
    .getByRole("table", { name: "À reprendre" })
    .getByRole("link", { name: /990001/ })
    .click();
  await expect(page.getByText("L’acheteur n’est pas ce client")).toBeVisible();
  await expect(page.getByLabel("L’acheteur du fichier n’est pas ce client")).toBeVisible();
  await page.getByLabel("Chercher un client").fill("Perce-Neige");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await checkState(page, "a refused file with customers that were found");
  const path = `/api/v1/accounts/${UNSEEN_CUSTOMER}/announcements/${today().slice(0, 7)}`;
  const headers = { authorization: `Bearer ${demo().supplierKeys[SUPPLIER]}` };
  const announced = await page.request.put(path, {
    headers,
    data: { count: 1_000, total: "1.00", currency: "EUR" },
  });
  expect(announced.status(), await announced.text()).toBe(200);
  await page.goto("/console/deposits/announcements");
  const row = page.getByRole("table", { name: "Ce qui ne concorde pas" }).getByRole("row");
  await expect(row.filter({ hasText: UNSEEN_CUSTOMER })).toContainText(/il en manque/);
  await checkState(page, "announcements that do not agree");
});

test("a customer reads that nothing is missing only against counts that the supplier announced @any-size", async ({
  page,
  request,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "link");
  // A month that is over: in the current one more may come.
  const month = addDays(`${today().slice(0, 7)}-01`, -1).slice(0, 7);
  await deposit(request, customer, { issuedOn: `${month}-15` });
  await signInFirst(page, customer);
  const announce = async (count: number, total: string) => {
    const path = `/api/v1/accounts/${customer.number}/announcements/${month}`;
    const answer = await request.put(path, {
      headers: supplierKey(),
      data: { count, total, currency: "EUR" },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const certain = page.getByRole("status").filter({ hasText: "Rien ne manque" });
  const missing = page.getByRole("status").filter({ hasText: "Des documents annoncés ne sont pas arrivés" });

  // Without an announcement nobody can know.
  await page.goto(`/invoices/archive?year=${month.slice(0, 4)}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(certain).toHaveCount(0);
  await expect(missing).toHaveCount(0);

  await announce(1, "1200.00");
  await page.reload();
  await expect(certain).toContainText("Votre fournisseur a annoncé 1 document");
  await expect(missing).toHaveCount(0);

  await announce(3, "3600.00");
  await page.reload();
  await expect(missing).toContainText("3 annoncés, il en manque 2");
  await expect(certain).toHaveCount(0);
});

test("a refused file of announcements says which line is wrong, and a right one is recorded", async ({
  page,
}) => {
  const { customerNumber } = demoUser("administrator", SUPPLIER);
  await signIn(page, demoUser("manager", SUPPLIER));
  await page.goto("/console/deposits/announcements");
  const announce = async (line: string) => {
    await page.getByLabel("Fichier CSV").setInputFiles({
      name: "annonces.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`customerNumber;month;count;total\n${line}`),
    });
    await page.getByRole("button", { name: "Annoncer" }).click();
  };
  await announce(`${customerNumber};octobre;1;1`);
  await expect(page.getByText(/^Ligne 2/)).toBeVisible();
  await announce(`${customerNumber};1999-01;0;0,00`);
  await expect(page.getByText("1 annonce enregistrée.")).toBeVisible();
});

test("everything is there in English", async ({ page, context }) => {
  await context.addCookies([languageCookie("en")]);
  await signIn(page, demoUser("manager", SUPPLIER));
  await page.goto("/console/deposits");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deposits");
  await expect(page.getByRole("link", { name: "Deposit invoices" })).toBeVisible();
});
