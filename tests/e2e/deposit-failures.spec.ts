import { randomUUID } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, type Route, test } from "@playwright/test";
import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { madeInvoice } from "@/tests/support/made-invoice";
import { MAIL_SUPPLIER, newCustomer } from "@/tests/support/mailed-customer";
import { signIn } from "@/tests/support/portal-page";
import { today } from "@/tests/support/test-days";

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

test("dropped files are sent with their progress, up to 20 MB each, and a larger one is refused in words @any-size", async ({
  page,
  request,
  baseURL,
}, { project }) => {
  const customer = await newCustomer(request, project.name, "none");
  const number = `DEP-${randomUUID().slice(0, 12)}`;
  const { bytes, fileName } = madeInvoice({ number, customerNumber: customer.number });
  // The largest that may arrive: an invoice with white space at its end.
  const largest = madeInvoice({
    number: `DEP-${randomUUID().slice(0, 12)}`,
    customerNumber: customer.number,
  });
  const tooLarge = { name: "trop-grand.pdf", size: FILE_LIMIT_BYTES + 1 };
  await signIn(page, demoUser("manager", MAIL_SUPPLIER));
  await page.goto("/console/deposits/new");
  await page.waitForLoadState("networkidle");
  const dataTransfer = await page.evaluateHandle(
    ([files, large]) => {
      const transfer = new DataTransfer();
      for (const { name, text, padding } of files)
        transfer.items.add(new File([text, "\n".repeat(padding)], name, { type: "application/xml" }));
      transfer.items.add(new File([new Uint8Array(large.size)], large.name, { type: "application/pdf" }));
      return transfer;
    },
    [
      [
        { name: fileName, text: Buffer.from(bytes).toString(), padding: 0 },
        {
          name: largest.fileName,
          text: Buffer.from(largest.bytes).toString(),
          padding: FILE_LIMIT_BYTES - largest.bytes.length,
        },
      ],
      tooLarge,
    ] as const,
  );
  const form = page.locator("form.file-drop");
  await form.dispatchEvent("dragover", { dataTransfer });
  await expect(form).toHaveClass(/is-over/);
  await form.dispatchEvent("drop", { dataTransfer });
  await expect(form).not.toHaveClass(/is-over/);

  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let posts = 0;
  page.on("request", (one) => (posts += Number(one.method() === "POST")));
  const holdFirst = async (route: Route) => {
    await held;
    await route.continue();
  };
  await page.route("**/console/deposits/new/file", holdFirst, { times: 1 });
  await page.getByRole("button", { name: "Déposer" }).click();
  const sent = page.getByRole("list", { name: "Fichiers envoyés" }).getByRole("listitem");
  await expect(sent).toContainText([fileName, largest.fileName, tooLarge.name]);
  const progress = sent.getByRole("progressbar", { name: fileName });
  await expect(progress).toBeVisible();
  await expect(sent.first()).not.toContainText("Acceptée");
  release();
  await expect(sent).toContainText([/Acceptée/, /Acceptée/, /Trop grand\s: 20\sMo par fichier au plus/]);
  await expect(progress).toHaveJSProperty("value", 100);
  expect(posts).toBe(2);

  // Without scripts the portal itself refuses it.
  const answered = await page.request.post("/console/deposits/new/file", {
    headers: { origin: baseURL ?? "" },
    multipart: {
      file: { name: tooLarge.name, mimeType: "application/pdf", buffer: Buffer.alloc(tooLarge.size) },
    },
  });
  expect(answered.url()).toBe(`${baseURL}/console/deposits/new`);
  expect(await answered.text()).toContain("1 fichier trop grand.");
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
