import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startApp, type TestApp } from "@/tests/support/app";
import { languageCookie } from "@/tests/support/language-cookie";
import { signIn } from "@/tests/support/portal-page";
import { NO_DATABASE } from "@/tests/support/test-settings";

let portal: TestApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "e-facture-down-"));
  portal = await startApp({
    database: NO_DATABASE,
    dataDir: folder,
  });
});
test.afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("pages say in the reader's language that the database does not answer", async ({ page, context }) => {
    // Cookies ignore the port, so the session of the working portal is also sent to the portal without a database.
    await signIn(page);
    for (const path of ["/", "/mobilize-lease", "/invoices"]) {
      const response = await page.goto(portal.url + path);
      expect(response?.status(), path).toBe(503);
      expect(response?.headers()["retry-after"], path).toBe("5");
      await expect(page.getByRole("heading", { level: 1 }), path).toContainText(
        "Vos factures sont en sécurité",
      );
      await expect(page.getByRole("link", { name: "Réessayer" }), path).toHaveAttribute("href", path);
    }
    await context.addCookies([languageCookie("en")]);
    await page.goto(`${portal.url}/invoices`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Your invoices are safe");
  });
});
