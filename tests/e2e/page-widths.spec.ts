import { expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";

/** Phone, tablet, and the narrowest screens that get the layout of a desktop. */
const WIDTHS = [360, 390, 600, 767, 768, 900, 1055, 1056, 1070, 1080, 1099, 1280];

const PAGES = [
  "/invoices?from=1900-01-01",
  "/invoices?from=1900-01-01&scope=all",
  "/invoices?q=nothing-like-this",
  "/invoices/archive",
  "/overview",
  "/overview?by=vehicle",
  "/profile/account",
  "/profile/display",
  "/profile/notifications",
  "/profile/security",
  "/profile/companies",
  "/admin/users",
  "/admin/users/new",
  "/admin/users/several",
  "/admin/journal",
];

test("no page is wider than the screen, at any width", { tag: "@any-size" }, async ({ page }) => {
  await signIn(page, demoUser("administrator", "mobilize-lease"));
  await page.goto("/invoices?from=1900-01-01");
  const invoice = await page.locator("table .number a").first().getAttribute("href");
  const wide: string[] = [];
  for (const path of [...PAGES, invoice ?? ""]) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      if (scrollWidth > clientWidth) wide.push(`${path} at ${width}: ${scrollWidth}`);
    }
  }
  expect(wide).toEqual([]);
});
