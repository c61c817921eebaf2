import { expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";

const UNKNOWN_INVOICE = "/invoices/00000000-0000-7000-8000-000000000000";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page for a supplier or an address that does not exist says so", async ({ page }) => {
    for (const path of ["/nobody", "/nobody/help", "/nobody/at/all", "/mobilize-lease/nothing/here"]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { name: "Cette page n’est pas là" }), path).toBeVisible();
      await expect(page.locator("html"), path).toHaveAttribute("lang", "fr");
    }
  });

  test("a signed-in customer sees their account, their language and a link back", async ({ page }) => {
    await signIn(page, demoUser("member", "mobilize-lease"));
    for (const path of [UNKNOWN_INVOICE, "/invoices/x", "/nowhere/at/all", "/nobody"]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page).toHaveTitle(/^Page introuvable/);
      await expect(page.getByRole("banner"), path).toContainText("Mobilize Lease&Co");
      await expect(page.getByRole("banner"), path).toContainText("Transports Perce-Neige SAS");
    }
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
    await page.getByRole("link", { name: "Back to the invoices" }).click();
    await expect(page).toHaveURL(/\/invoices$/);
  });
});
