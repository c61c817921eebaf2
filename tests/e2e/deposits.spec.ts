import { randomUUID } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, type Page, test } from "@playwright/test";
import { addDays } from "@/lib/dates";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
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

test("files that cannot be sent stay in the list, with what to do, and are sent from there @any-size", async ({
  page,
  request,
  context,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "none");
  const named = (name: string) => {
    const number = `DEP-${randomUUID().slice(0, 12)}`;
    const { bytes } = madeInvoice({ number, customerNumber: customer.number });
    return { name, mimeType: "application/xml", buffer: Buffer.from(bytes) };
  };
  await signIn(page, demoUser("manager", MAIL_SUPPLIER));
  await page.goto("/console/deposits/new");
  const rows = page.getByRole("list", { name: "Fichiers envoyés" }).getByRole("listitem");
  const stopped = page.getByRole("alert").filter({ hasText: "L’envoi s’est arrêté" });
  const sendRest = page.getByRole("button", { name: "Envoyer ce qui reste" });
  const address = "**/console/deposits/new/file";
  await page.getByLabel("Vos fichiers").setInputFiles(["a.xml", "b.xml", "c.xml"].map(named));

  // The host cuts the first; then the session has ended.
  const statuses = [413];
  await page.route(address, async (route) => {
    const status = statuses.shift();
    if (status === undefined) await context.clearCookies({ name: SESSION_COOKIE });
    return status === undefined ? route.continue() : route.fulfill({ status, body: "Too large" });
  });
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(rows).toContainText([/Déposez-le par l’API/, /Pas envoyé/, /Pas envoyé/]);
  await expect(stopped).toContainText("Votre session est terminée");
  const signInLink = stopped.getByRole("link", { name: "Vous reconnecter, dans un nouvel onglet" });
  await expect(signInLink).toHaveAttribute("href", "/console/deposits/new");
  await expect(signInLink).toHaveAttribute("target", "_blank");
  await checkState(page, "files that were not sent");
  const other = await context.newPage();
  await other.goto("/console/deposits/new");
  await expect(other).toHaveURL(/next=%2Fconsole%2Fdeposits%2Fnew/);
  await signIn(other, demoUser("manager", MAIL_SUPPLIER));
  await other.close();

  for (const [status, words] of [
    [429, "Trop d’envois d’affilée"],
    [503, "Le portail est occupé"],
  ] as const) {
    await page.unroute(address);
    await page.route(address, (route) => route.fulfill({ status, body: "" }));
    await sendRest.click();
    await expect(stopped).toContainText(words);
  }
  await page.unroute(address);
  await context.setOffline(true);
  await sendRest.click();
  await expect(stopped).toContainText("Vous n’êtes plus en ligne");
  await context.setOffline(false);
  await sendRest.click();
  await expect(rows).toContainText([/Déposez-le par l’API/, /Acceptée/, /Acceptée/]);
  await expect(stopped).toHaveCount(0);
});

test("a refused correction names its fields and keeps what was typed @any-size", async ({ page, request }, {
  project,
}) => {
  const customer = await newCustomer(request, project.name, "none");
  // A PDF without data: everything has to be typed.
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  const file = { name: `releve-${randomUUID()}.pdf`, mimeType: "application/pdf" };
  await signIn(page, demoUser("manager", MAIL_SUPPLIER));
  await page.goto("/console/deposits/new");
  await page.getByLabel("Vos fichiers").setInputFiles({ ...file, buffer: Buffer.from(await pdf.save()) });
  await page.getByRole("button", { name: "Déposer" }).click();
  await page.getByRole("link", { name: /^Corriger/ }).click();
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const typed = {
    "Numéro de client": "personne",
    "Numéro de facture": `DEP-${randomUUID().slice(0, 12)}`,
    "Date d’émission": today(),
    Devise: "euros",
    "Total TTC": "douze",
    Véhicules: "GA-123-BC",
  };
  for (const [label, value] of Object.entries(typed)) await field(label).fill(value);
  await page.getByRole("button", { name: "Déposer" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "À corriger" });
  await expect(summary).toContainText(/Devise\s: Écrivez les trois lettres/);
  for (const [label, value] of Object.entries(typed)) await expect(field(label)).toHaveValue(value);
  for (const label of ["Devise", "Total TTC"])
    await expect(field(label)).toHaveAttribute("aria-invalid", "true");
  await expect(field("Numéro de facture")).not.toHaveAttribute("aria-invalid");
  await checkState(page, "a refused correction");
  await summary.getByRole("link", { name: "Total TTC" }).click();
  await expect(field("Total TTC")).toBeFocused();

  await field("Total TTC").fill("1 200,00");
  await field("Devise").fill("EUR");
  await page.getByRole("button", { name: "Déposer" }).click();
  const still = page.getByRole("alert").filter({ hasText: "Toujours refusé" });
  await still.getByRole("link", { name: "Numéro de client" }).click();
  await expect(field("Numéro de client")).toBeFocused();
  await expect(field("Numéro de client")).toHaveAccessibleDescription(
    /Aucun client ne porte le numéro personne/,
  );
  await expect(field("Numéro de facture")).toHaveValue(typed["Numéro de facture"]);
  await field("Numéro de client").fill(customer.number);
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(page.getByText("est déposé : la facture est chez le client.")).toBeVisible();
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
