import { randomBytes } from "node:crypto";
import { get } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { depositPages } from "@/tests/support/deposit-pages";
import { openFolds } from "@/tests/support/invoice-parts";
import { signIn } from "@/tests/support/portal-page";

/** More than the buffers between two programs can hold, so that a reader who disconnects is noticed. */
const LARGE = 16 * 1024 * 1024;

/** Requests this address as the page's user and closes the connection after the first bytes of the answer. */
async function breakOff(page: Page, path: string): Promise<void> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await new Promise<void>((resolve, reject) => {
    const request = get(new URL(path, process.env.E2E_URL), { headers: { cookie } }, (response) => {
      expect(response.statusCode).toBe(200);
      expect(Number(response.headers["content-length"])).toBeGreaterThan(LARGE);
      response.once("data", () => response.destroy());
      response.once("close", resolve);
    });
    request.once("error", reject);
  });
}

test("an interrupted download does not count as downloaded", { tag: "@any-size" }, async ({ page }) => {
  const user = demoUser("administrator", "mobilize-lease");
  const number = `RUPTURE-${Date.now()}`;
  const broken = `/invoices/${await depositPages(user, number, 1, randomBytes(LARGE))}`;
  const whole = `/invoices/${await depositPages(user, `${number}-BIS`, 1)}`;
  await signIn(page, user);
  const downloaded = page.locator(".timeline").getByText("Téléchargée par vous");
  const expectDownloaded = (path: string) =>
    expect(async () => {
      await page.goto(path);
      await openFolds(page);
      await expect(downloaded).toBeVisible({ timeout: 500 });
    }).toPass();

  await breakOff(page, `${broken}/original?download`);
  await breakOff(page, `/invoices/export?format=zip&q=${number}`);
  // If the two interrupted downloads were recorded, it would be before this one.
  await page.request.get(`${whole}/original?download`);
  await expectDownloaded(whole);
  await page.goto(broken);
  await openFolds(page);
  await expect(page.locator(".timeline")).toBeVisible();
  await expect(downloaded).toHaveCount(0);

  await page.request.get(`${broken}/original?download`);
  await expectDownloaded(broken);
});
