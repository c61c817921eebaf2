import { expect, test } from "@playwright/test";
import { demo } from "@/tests/support/demo";
import { depositFile } from "@/tests/support/deposit-file";
import { fieldFile } from "@/tests/support/field-file";
import { openDocument } from "@/tests/support/invoice-parts";
import { signIn } from "@/tests/support/portal-page";
import { readableView } from "@/tests/support/readable-view";

/** Somebody whose list no other test reads in order. */
function reader() {
  const user = demo().users.find(({ identifier }) => identifier === "flotte@brumaire.example");
  if (!user) throw new Error("The demo has no such user.");
  return user;
}

/** Deposits a file of tests/fixtures/field under a new number; returns the path of its page. */
async function depositXml(name: string, number: string, newNumber: string): Promise<string> {
  const bytes = Buffer.from(Buffer.from(fieldFile(name)).toString().replace(number, newNumber));
  return `/invoices/${await depositFile(reader(), { bytes, fileName: name })}`;
}

test("a credit note is to the customer's credit, and several due dates are all shown", async ({ page }, {
  project,
}) => {
  const suffix = `${project.name}-${Date.now()}`;
  await signIn(page, reader());
  await page.goto(await depositXml("credit-note-381-positive.xml", "FIELD-AV", `FIELD-AV-${suffix}`));
  const view = await readableView(page);
  await expect(view.getByRole("table", { name: "Totaux" })).toContainText(/À votre crédit\s*360,00\s€/);
  await expect(page.getByRole("main")).not.toContainText("Reste à payer");
  await expect(page.getByText("Véhicule", { exact: true })).toHaveCount(0);

  const terms = await depositXml("two-payment-terms-out-of-order.xml", "FIELD-", `FIELD-${suffix}-`);
  await page.goto(terms);
  await expect(await readableView(page)).toContainText(/Échéances\s*31\/12\/2026, 31\/01\/2027/);
  await expect(page.getByText("TTC, échéance le 31/12/2026")).toBeVisible();
});

test("a joined document is listed and downloaded under its name", async ({ page }, { project }) => {
  await signIn(page, reader());
  await page.goto(
    await depositXml("ubl-with-embedded-pdf.xml", "FIELD-EMB", `FIELD-EMB-${project.name}-${Date.now()}`),
  );
  await page.locator("summary").filter({ hasText: "Fichiers" }).click();
  const downloaded = page.waitForEvent("download");
  await page.getByRole("link", { name: "Détail.pdf" }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("Détail.pdf");
  // Nothing in it may run, even if it is opened: the policy of the pages does not replace the one of files.
  const policy = (await page.request.get(download.url())).headers()["content-security-policy"];
  expect(policy).toMatch(/^sandbox;/);
});

test("a PDF with an owner's password only can be previewed", async ({ page }, { project }) => {
  const number = `PROTEGE-${project.name}-${Date.now()}`;
  const bytes = Buffer.concat([fieldFile("owner-password-only-aes256.pdf"), Buffer.from(`\n${number}\n`)]);
  const metadata = { number, issuedOn: "2026-11-20", currency: "EUR", totalWithVat: "12.00" };
  const id = await depositFile(reader(), { bytes, fileName: "protege.pdf" }, metadata);
  await signIn(page, reader());
  await page.goto(`/invoices/${id}`);
  await openDocument(page);
  const preview = page.getByRole("region", { name: "Aperçu du document" });
  await expect(preview.getByRole("status")).toHaveText("Aperçu affiché, pages\u00a0: 1");
});
