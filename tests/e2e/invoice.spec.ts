import { expect, type Page, test } from "@playwright/test";
import { addMonths } from "@/lib/dates";
import { demo, demoUser } from "@/tests/support/demo";
import { depositPages } from "@/tests/support/deposit-pages";
import { openFolds } from "@/tests/support/invoice-parts";
import { browserErrors, signIn } from "@/tests/support/portal-page";
import { readableView, readContents } from "@/tests/support/readable-view";
import { today, yesterday } from "@/tests/support/test-days";

/** The demo customer with UBL invoices. */
const UBL_CUSTOMER = "212009";
const administrator = () => demoUser("administrator", "mobilize-lease");
const member = () => demoUser("member", "mobilize-lease");

const numbers = (page: Page) => page.getByRole("table").getByRole("link", { name: /^(FT|AV)-/ });

async function openFirst(page: Page): Promise<string> {
  await numbers(page).first().click();
  await page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

test("the document is there at once with selectable text, or as a picture on a phone; distant pages free their memory", async ({
  page,
}, { project }) => {
  const name = `APERCU-${project.name}-${Date.now()}`;
  const id = await depositPages(administrator(), name, 12);
  await signIn(page, administrator());
  const errors = browserErrors(page);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const isPhone = project.name === "phone";
  await page.goto(`/invoices/${id}`);
  if (isPhone) {
    await page.locator(".document-place").scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Ouvrir le document" }).click();
  }
  const preview = page.getByRole("region", { name: "Aperçu du document" });
  await expect(preview.getByText("Page 1 sur 12")).toBeVisible();
  await expect(preview.getByRole("status")).toHaveText("Aperçu affiché, pages\u00a0: 12");
  await expect(preview.getByText(`Feuillet 1 de ${name}`)).toBeAttached();
  const pages = preview.getByRole("group", { name: "Aperçu du document" });
  if (isPhone) await expect(pages).toBeFocused();
  else await expect(pages).not.toBeFocused();

  for (let number = 2; number <= 12; number += 1) {
    await preview.getByRole("group", { name: `Page ${number}`, exact: true }).scrollIntoViewIfNeeded();
    await expect(preview.getByText(`Feuillet ${number} de ${name}`)).toBeAttached();
  }
  await expect(preview.getByText("Page 12 sur 12")).toBeVisible();
  const first = preview.getByRole("group", { name: "Page 1", exact: true });
  await expect(first.getByText("Feuillet 1 de")).toHaveCount(0);
  expect(await first.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(0);

  const last = preview.getByText(`Feuillet 12 de ${name}`);
  await last.selectText();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`Feuillet 12 de ${name}`);

  const width = () => first.evaluate((sheet) => sheet.clientWidth);
  const before = await width();
  await preview.getByRole("button", { name: "Agrandir" }).click();
  await expect(preview.getByText("125\u00a0%")).toBeVisible();
  expect(await width()).toBeGreaterThan(before);

  await preview.getByRole("button", { name: "Fermer l’aperçu" }).click();
  if (isPhone) await expect(page.getByRole("button", { name: "Ouvrir le document" })).toBeVisible();
  else {
    const show = page.getByRole("button", { name: "Afficher l’aperçu" });
    await expect(show).toBeVisible();
    await page.reload();
    await show.click();
    await expect(preview.getByText("Page 1 sur 12")).toBeVisible();
    await page.reload();
    await expect(preview.getByText("Page 1 sur 12")).toBeVisible();
  }
  expect(
    requests.filter((url) => !url.startsWith(process.env.E2E_URL ?? "") && !url.startsWith("blob:")),
  ).toEqual([]);
  expect(errors).toEqual([]);
});

test("without scripts the preview is a link to the original, and no inactive buttons are shown", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await signIn(page, administrator());
  const path = await openFirst(page);
  await expect(page.getByRole("link", { name: "Afficher l’aperçu" })).toHaveAttribute(
    "href",
    `${path}/original`,
  );
  await openFolds(page);
  await expect(page.getByRole("group", { name: /Empreinte SHA-256/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copier l’empreinte" })).toBeHidden();
  await readContents(page, page.getByRole("table", { name: "Lignes" }));
  await context.close();
});

test("the invoices before and after follow the order of the list that the reader came from", async ({
  page,
}) => {
  await signIn(page, member());
  await page.goto(`/invoices?from=${addMonths(today(), -6)}&to=${yesterday()}&sort=amount`);
  const listed = await numbers(page).allTextContents();
  await openFirst(page);
  const title = page.getByRole("heading", { level: 1 });
  await expect(page.getByRole("link", { name: "Précédente" })).toHaveCount(0);
  for (const number of listed.slice(1, 4)) {
    await page.getByRole("link", { name: "Suivante" }).click();
    await expect(title).toContainText(number);
  }
  await page.getByRole("link", { name: "Précédente" }).click();
  await expect(title).toContainText(listed[2] ?? "-");
  await page
    .getByRole("navigation", { name: "Fil d’Ariane" })
    .getByRole("link", { name: "Factures" })
    .click();
  await expect(page).toHaveURL(/sort=amount/);
});

test("the XML inside a Factur-X file can be downloaded, and the SHA-256 can be copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, administrator());
  await openFirst(page);
  await openFolds(page);
  const href = await page.getByRole("link", { name: "Données Factur-X, XML" }).getAttribute("href");
  const xml = await page.request.get(href ?? "");
  expect(xml.headers()["content-disposition"]).toMatch(
    /^attachment; filename="\d{4}-\d\d_MOBILIZE_[\w-]+_factur-x\.xml"/,
  );
  expect(await xml.text()).toContain("CrossIndustryInvoice");

  // The button is visible before its script is loaded.
  await expect(async () => {
    await page.getByRole("button", { name: "Copier l’empreinte" }).click();
    await expect(page.getByText("C’est copié")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const shown = (await page.getByRole("group", { name: /Empreinte SHA-256/ }).innerText()).replace(/\s/g, "");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});

test("an invoice without a PDF has a readable view, which says that the file is the original", async ({
  page,
}) => {
  const user = demo().users.find(({ customerNumber }) => customerNumber === UBL_CUSTOMER);
  await signIn(page, user);
  await openFirst(page);
  const view = await readableView(page);
  await expect(view.getByText(/qui est l’original et fait foi/)).toBeVisible();
  for (const table of ["Lignes", "Détail de la TVA", "Totaux"])
    await expect(view.getByRole("table", { name: table })).toBeVisible();
  await expect(view).toContainText(/SIREN \d{3}\s\d{3}\s\d{3}/);
  await expect(view).toContainText(/FR\d{2}(\s\w{4})+/);
  await expect(view.getByText("France", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Afficher l’aperçu" })).toHaveCount(0);
});

test(
  "the history of an invoice shows who opened and downloaded it; prefetch, HEAD, other sites and a partial download do not count",
  { tag: "@any-size" },
  async ({ page, browser, baseURL }, { project }) => {
    const number = `LECTURES-${project.name}-${Date.now()}`;
    const path = `/invoices/${await depositPages(administrator(), number, 1)}`;
    const colleague = await browser.newPage({ baseURL });
    await signIn(colleague, member());
    await colleague.request.head(path);
    await colleague.request.head(`${path}/original?download`);
    for (const headers of [
      { "sec-purpose": "prefetch" },
      { purpose: "prefetch" },
      { "next-router-prefetch": "1" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      await colleague.request.get(path, { headers });
    for (const other of ["original", "original?download", "xml"])
      await colleague.request.get(`${path}/${other}`, { headers: { "sec-fetch-site": "cross-site" } });
    await colleague.request.get(`${path}/original?download`, { headers: { range: "bytes=0-9" } });

    await signIn(page, administrator());
    await page.goto(path);
    const history = page.locator(".timeline");
    await openFolds(page);
    await expect(history.getByText(/par noe.baltard/)).toHaveCount(0);

    await colleague.goto(path);
    await page.request.get(`${path}/original?download`);
    await expect(async () => {
      await page.reload();
      await openFolds(page);
      await expect(history.getByText(`Ouverte par ${member().identifier} (Noé Baltard)`)).toBeVisible({
        timeout: 500,
      });
      await expect(history.getByText("Téléchargée par vous")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(
      page.locator(".page-head").getByText(/Téléchargée par vous le \d\d\/\d\d\/\d{4}/),
    ).toBeVisible();
    await expect(history.getByText(/Téléchargée par noe.baltard/)).toHaveCount(0);
    await colleague.close();
  },
);

test("the search for removed invoices says when it does not find the number", async ({ page }) => {
  await signIn(page, administrator());
  await page.goto("/invoices/removed");
  await page.getByLabel("Numéro de la facture ou de l’avoir", { exact: true }).fill("RIEN-1");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByText("Aucun document retiré ne porte le numéro RIEN-1")).toBeVisible();
});
