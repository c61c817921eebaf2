import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { complaints, signIn } from "@/tests/support/portal-page";

const PUBLIC_PAGES = [
  "/",
  "/mobilize-lease",
  "/express-colis",
  "/mobilize-lease/help",
  "/mobilize-lease/help?q=mail",
  "/mobilize-lease/help/no-notification-mail",
  "/mobilize-lease/legal/notice",
  "/mobilize-lease/legal/privacy",
  "/mobilize-lease/legal/accessibility",
];
const CUSTOMER_PAGES = [
  "/invoices",
  "/invoices?from=1900-01-01",
  "/invoices?sort=amount&new=1&contract=lld&min=abc&from=31/02/2026",
  "/invoices?q=nothing-has-99",
  "/overview",
  "/overview?by=contract",
  "/invoices/archive",
  "/mobilize-lease/help/no-notification-mail",
  "/profile/account",
  "/profile/display",
  "/invoices/removed",
  "/invoices/removed?number=RIEN-1",
  "/profile/notifications",
  "/profile/security",
  "/profile/companies",
  "/profile/companies/attach/never-mailed",
];

const ADMINISTRATOR_PAGES = ["/admin/users", "/admin/users/new", "/admin/users/several", "/admin/journal"];

const LOOKS = [
  ["fr", "light"],
  ["fr", "dark"],
  ["en", "light"],
] as const;

// A page takes seconds to judge, and there are many.
test.describe.configure({ timeout: 240_000 });

for (const [locale, colorScheme] of LOOKS) {
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the public pages, and nothing overflows at 320 pixels", async ({
      page,
      context,
      baseURL,
    }) => {
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const errors = complaints(page);
      for (const path of PUBLIC_PAGES) await check(page, path, locale);
      expect(errors).toEqual([]);
      await check(page, "/mobilize-lease/nothing/here", locale);
    });

    test("axe finds nothing on the customer's pages, and nothing overflows at 320 pixels", async ({
      page,
      context,
      baseURL,
    }) => {
      await signIn(page, demoUser("member", "mobilize-lease"));
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const errors = complaints(page);
      for (const path of CUSTOMER_PAGES) await check(page, path, locale);
      await page.goto("/invoices");
      await page.getByRole("table").getByRole("link", { name: /^FT-/ }).first().click();
      await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
      await check(page, new URL(page.url()).pathname, locale);
      expect(errors).toEqual([]);
    });

    test("axe finds nothing on an administrator's pages, and nothing overflows at 320 pixels", async ({
      page,
      context,
      baseURL,
    }) => {
      await signIn(page, demoUser("administrator", "mobilize-lease"));
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const errors = complaints(page);
      for (const path of ADMINISTRATOR_PAGES) await check(page, path, locale);
      await page.goto("/admin/users");
      await page.getByRole("main").getByRole("listitem").last().getByRole("link").click();
      await page.waitForURL(/\/admin\/users\/[0-9a-f-]{36}$/);
      await check(page, new URL(page.url()).pathname, locale);
      expect(errors).toEqual([]);
    });
  });
}

async function check(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map((node) => node.target).join(", ")}`),
  ).toEqual([]);
  const size = page.viewportSize();
  if (!size) return;
  await page.setViewportSize({ width: 320, height: size.height });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    `${path} at 320`,
  ).toBeLessThanOrEqual(320);
  await page.setViewportSize(size);
}
