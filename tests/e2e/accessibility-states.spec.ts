import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { closePools } from "@/db/client";
import { withViewer } from "@/lib/access/with-viewer";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import { checkPage, checkState } from "@/tests/support/check-page";
import { demo, demoUser } from "@/tests/support/demo";
import { openDocument } from "@/tests/support/invoice-parts";
import {
  attachmentPath,
  deposit,
  directPath,
  mailTo,
  newCustomer,
  resetPath,
} from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { readableView } from "@/tests/support/readable-view";

// States of pages after some use, and pages that few people see, in French; accessibility.spec.ts checks the other
// pages.
test.describe.configure({ mode: "parallel" });
test.use({ contextOptions: { reducedMotion: "reduce" } });

const SABINE = "sabine.gatineau@gatineau-roche.example";
const demoPerson = (identifier: string) => demo().users.find((user) => user.identifier === identifier);

test("axe finds nothing in an opened preview", async ({ page }) => {
  await signIn(page, demoUser("member", "mobilize-lease"));
  const errors = browserErrors(page);
  await page.getByRole("table").getByRole("link", { name: /^FT-/ }).first().click();
  await openDocument(page);
  const sheet = page
    .getByRole("region", { name: "Aperçu du document" })
    .getByRole("group", { name: "Page 1" });
  await expect(sheet.getByText(/^FT-/).first()).toBeAttached();
  await checkState(page, "the opened preview");
  expect(errors).toEqual([]);
});

test("axe finds nothing in the readable view of an invoice without a PDF", async ({ page }) => {
  await signIn(page, demoPerson("flotte@brumaire.example"));
  await page.getByRole("table").getByRole("link", { name: /^FT-/ }).first().click();
  await readableView(page);
  await checkState(page, "the readable view");
});

test("axe finds nothing in the list with an open filter, with a choice, and in the help of its keys", async ({
  page,
}) => {
  await signIn(page, demoPerson("camille.lorme@perce-neige.example"));
  await page.goto("/invoices?q=FT&min=1&scope=all");
  await page
    .getByRole("checkbox", { name: /^Choisir FT-/ })
    .first()
    .check();
  await page.locator("summary").filter({ hasText: "TTC min." }).click();
  await checkState(page, "an open filter and a choice");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Raccourcis clavier" }).click();
  await checkState(page, "the help of the keys");
});

test("axe finds nothing in the menu of companies", async ({ page }) => {
  await signIn(page, demoPerson("camille.lorme@perce-neige.example"));
  await page.getByRole("button", { name: /Changer d’entreprise ou de fournisseur/ }).click();
  await expect(page.locator("#company-menu")).toBeVisible();
  await checkState(page, "the choice of a company");
});

test("axe finds nothing on the page of a removed invoice", async ({ page }) => {
  await signIn(page, demoPerson(SABINE));
  await recordRemoval("FT-2024-900001");
  await checkPage(page, "/invoices/removed?number=FT-2024-900001");
  await expect(page.getByRole("main")).toContainText("Empreinte");
});

test("axe finds nothing on the pages of mailed links", async ({ page, request }, { project }) => {
  const customer = await newCustomer(request, project.name, "link");
  const { number } = await deposit(request, customer);
  await checkPage(page, resetPath(await mailTo(request, customer.email, /^Activation/)));
  await expect(page.getByLabel("Votre mot de passe", { exact: true })).toBeVisible();
  await checkPage(page, directPath(await mailTo(request, customer.email, new RegExp(number))));
  await expect(page.getByRole("main")).toContainText(number);

  await signIn(page, demoPerson(SABINE));
  await page.goto("/profile/companies");
  await page.getByLabel("Identifiant", { exact: true }).fill("perce-neige-frigo");
  await page.getByRole("button", { name: /recevoir un lien/ }).click();
  const mail = await mailTo(request, "camille.lorme@perce-neige.example", /^Rattacher votre identifiant/);
  await checkPage(page, attachmentPath(mail));
  await expect(page.getByRole("button", { name: "Rattacher", exact: true })).toBeVisible();
});

test("axe finds nothing on the page that replaces a default password", async ({ page }) => {
  const user = demoPerson("brumaire-accueil");
  await page.goto("/mobilize-lease");
  await page.getByLabel("Identifiant", { exact: true }).fill(user?.identifier ?? "");
  await page.getByLabel("Mot de passe", { exact: true }).fill(user?.password ?? "");
  await page.getByRole("button", { name: "Connexion" }).click();
  await page.waitForURL("**/password");
  await checkState(page, "/password");
});

/** Writes ledger entries like those of a removed invoice of Sabine's company. */
async function recordRemoval(number: string): Promise<void> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const [account] = await sql<{ id: string; supplier_id: string }[]>`
    select a.id, a.supplier_id from accounts a join users u on u.account_id = a.id where u.identifier = ${SABINE}`;
  await sql.end();
  if (!account) throw new Error(`The demo has no account of ${SABINE}.`);
  const invoiceId = uuidv7();
  await withViewer({ kind: "job" }, async (tx) => {
    let head = await lockLedger(tx, account.supplier_id);
    for (const [kind, day] of [
      ["deposited", "2024-10-02"],
      ["removed", "2026-10-03"],
    ] as const)
      head = await appendToLedger(tx, head, {
        kind,
        invoiceId,
        accountId: account.id,
        number,
        issuedOn: "2024-10-02",
        sha256: "ab".repeat(32),
        recordedAt: new Date(`${day}T08:00:00Z`),
      });
  });
  await closePools();
}
