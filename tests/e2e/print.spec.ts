import { expect, type Page, test } from "@playwright/test";
import { demo, demoUser } from "@/tests/support/demo";
import { depositPages } from "@/tests/support/deposit-pages";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/** The demo customer with UBL invoices. */
const UBL_CUSTOMER = "212009";
const administrator = () => demoUser("administrator", "mobilize-lease");

async function openFirst(page: Page): Promise<string> {
  await page
    .getByRole("table")
    .getByRole("link", { name: /^(FT|AV)-/ })
    .first()
    .click();
  await page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Counts the print dialogs of this page, which a browser without a window does not show. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { prints: number };
    counted.prints = 0;
    window.print = () => void (counted.prints += 1);
  });
  return () => page.evaluate(() => (window as unknown as { prints: number }).prints);
}

test("« Imprimer » prints the pages of the PDF, and not the page of the portal around it", async ({
  page,
}) => {
  const prints = await countPrints(page);
  const id = await depositPages(administrator(), `IMPRIMER-${Date.now()}`, 3);
  await signIn(page, administrator());
  const errors = browserErrors(page);
  await page.goto(`/invoices/${id}`);
  await page.getByRole("link", { name: "Imprimer" }).click();
  await expect.poll(prints).toBe(1);
  await page.emulateMedia({ media: "print" });
  const sheets = page.locator("[data-print-sheets] canvas");
  await expect(sheets).toHaveCount(3);
  await expect(sheets.first()).toBeVisible();
  const isDrawn = (canvas: HTMLCanvasElement) =>
    canvas
      .getContext("2d")
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value, index) => index % 4 === 0 && value < 128);
  expect(await sheets.first().evaluate(isDrawn)).toBe(true);
  await expect(page.getByText("Empreinte SHA-256").first()).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  expect(errors).toEqual([]);
});

test("« Imprimer » prints the readable view of an XML invoice, with its number and date", async ({
  page,
}) => {
  const prints = await countPrints(page);
  await signIn(
    page,
    demo().users.find(({ customerNumber }) => customerNumber === UBL_CUSTOMER),
  );
  await openFirst(page);
  await page.getByRole("link", { name: "Imprimer" }).click();
  await expect.poll(prints).toBe(1);
  await page.emulateMedia({ media: "print" });
  const view = page.getByRole("region", { name: "Vue lisible" });
  await expect(view).toBeVisible();
  await expect(view.getByText("Date d’émission")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const beside of ["Empreinte SHA-256", "Montant et références"])
    await expect(page.getByText(beside).first()).toBeHidden();
});

test("without scripts « Imprimer » leads to the document", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await signIn(page, administrator());
  const path = await openFirst(page);
  await expect(page.getByRole("link", { name: "Imprimer" })).toHaveAttribute("href", `${path}/original`);
  await context.close();
});
