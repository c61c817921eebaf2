import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";

/** Phone, tablet, and the narrowest screens that get the layout of a desktop. */
const WIDTHS = [320, 360, 390, 600, 767, 768, 900, 1055, 1056, 1070, 1080, 1099, 1280];

const CUSTOMER_PAGES = [
  "/invoices?from=1900-01-01",
  "/invoices?from=1900-01-01&scope=all",
  "/invoices?q=FT&from=2025-01-01&type=invoice&min=1&max=99999&contract=LLD&vehicle=-&new=1&unread=1",
  "/invoices?from=1900-01-01&all=1",
  "/invoices?q=nothing-like-this",
  "/home",
  "/home?scope=all",
  "/invoices/reading",
  "/invoices/archive",
  "/invoices/accounting",
  "/invoices/accounting/settings",
  "/invoices/accounting/preview",
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

const MANAGER_PAGES = [
  "/console",
  "/console/deposits",
  "/console/deposits?show=refused",
  "/console/deposits?show=accepted",
  "/console/deposits/new",
  "/console/deposits/announcements",
  "/console/settings",
  "/console/settings/invoices",
  "/console/settings/mails",
  "/console/settings/mails/preview",
  "/console/keys",
  "/console/keys/new",
  "/console/staff",
  "/console/audit",
  "/console/templates",
];

const OPERATOR_PAGES = ["/console/health", "/console/suppliers", "/console/suppliers/new"];

test.describe.configure({ mode: "parallel" });

test(
  "no page of a customer is wider than the screen, at any width",
  { tag: "@any-size" },
  async ({ page }) => {
    await signIn(page, demoUser("administrator", "mobilize-lease"));
    const invoice = await linkOn(page, "/invoices?from=1900-01-01", "table .number a");
    expect(await widePages(page, [...CUSTOMER_PAGES, invoice])).toEqual([]);
  },
);

test(
  "no page of a manager or operator is wider than the screen, at any width",
  { tag: "@any-size" },
  async ({ page }) => {
    await signIn(page, demoUser("manager", "mobilize-lease"));
    const refused = await linkOn(page, "/console/deposits", "table a.button");
    expect(await widePages(page, [...MANAGER_PAGES, refused])).toEqual([]);
    await signIn(page, demoUser("operator", null));
    const supplier = await linkOn(page, "/console/suppliers", "table th a");
    expect(await widePages(page, [...OPERATOR_PAGES, supplier])).toEqual([]);
  },
);

async function linkOn(page: Page, path: string, selector: string): Promise<string> {
  await page.goto(path);
  return (await page.locator(selector).first().getAttribute("href")) ?? "";
}

/** The pages that need more width than they have. */
async function widePages(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      if (scrollWidth > clientWidth) wide.push(`${path} at ${width}: ${scrollWidth}`);
    }
  }
  return wide;
}
