import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";
import { readZip } from "@/tests/support/read-zip";

test(
  "an adviser takes the invoices to print as a pack, which can be downloaded again",
  { tag: "@any-size" },
  async ({ page }) => {
    await signIn(page, demoUser("adviser", "mobilize-lease"));
    await page.goto("/console/paper");
    const button = page.getByRole("button", { name: /^Prendre / }).last();
    const packs = page.getByRole("link", { name: "Originaux, ZIP" });
    const before = await packs.count();
    await checkState(page, "what is to print");
    await button.click();
    await expect(page.getByText(/marquées? comme prises?/)).toBeVisible();
    await expect(packs).toHaveCount(before + 1);
    const address = (await packs.first().getAttribute("href")) ?? "";
    for (let time = 0; time < 2; time += 1) {
      const response = await page.request.get(address);
      expect(response.status()).toBe(200);
      const names = readZip(await response.body()).map(({ name }) => name);
      expect(names).toContain("index.csv");
      expect(names.length).toBeGreaterThan(3);
    }
    await checkState(page, "the packs that were taken");
  },
);
