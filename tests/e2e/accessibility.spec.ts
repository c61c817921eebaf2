import { expect, type Page, test } from "@playwright/test";
import { checkEnglish, checkPage } from "@/tests/support/check-page";
import { demo, demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/** The readers and their pages. For a signed-in reader, the last page is opened through its link. */
const PAGES = {
  nobody: [
    "/",
    "/mobilize-lease",
    "/express-colis",
    "/mobilize-lease/recover",
    "/mobilize-lease/reset/never-mailed",
    "/mobilize-lease/help",
    "/mobilize-lease/help?q=mail",
    "/mobilize-lease/help/no-notification-mail",
    "/mobilize-lease/legal/notice",
    "/mobilize-lease/legal/privacy",
    "/mobilize-lease/legal/accessibility",
  ],
  "a customer who looks for invoices": [
    "/invoices",
    "/invoices?sort=amount&new=1&contract=lld&min=abc&from=31/02/2026",
    "/invoices?q=nothing-has-99",
    "/overview",
    "/overview?by=contract&period=twelve",
    "/overview?by=vehicle&period=last_year",
    "/home",
    "/home?scope=all",
    "/invoices/archive",
    "/invoices/archive?month=2026-01",
    "/invoices/archive?scope=all",
    "/invoices/accounting",
    "/invoices/accounting/settings",
    "/invoices/accounting/preview",
    "/invoices/reading",
    "/invoices/reading?q=nothing-has-99",
    "/invoices/removed",
    "/invoices/removed?number=RIEN-1&scope=all",
  ],
  "a customer in their own profile": [
    "/mobilize-lease/help/no-notification-mail",
    "/profile/account",
    "/profile/display",
    "/profile/notifications",
    "/profile/requests",
    "/profile/requests/new",
    "/profile/security",
    "/profile/companies",
    "/profile/companies/attach/never-mailed",
  ],
  "an adviser who answers requests": [
    "/console/requests?view=all",
    "/console/requests/settings",
    "/console/templates",
    "/console/templates/new",
  ],
  "a manager": [
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
  ],
  "a manager of people and keys": ["/console/keys", "/console/keys/new", "/console/staff", "/console/audit"],
  "an operator": ["/console/health", "/console/suppliers", "/console/suppliers/new"],
  "an administrator": ["/admin/users", "/admin/users/new", "/admin/users/several", "/admin/journal"],
};
type Reader = keyof typeof PAGES;

// Checking a page takes seconds, and there are many, so each test runs on the next free worker.
test.describe.configure({ timeout: 900_000, mode: "parallel" });
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const [locale, judge] of [
  ["fr", checkPage],
  ["en", checkEnglish],
] as const)
  for (const reader of Object.keys(PAGES) as Reader[])
    test(`in ${locale} axe finds nothing on the pages of ${reader}, and nothing overflows`, async ({
      page,
      context,
    }) => {
      const user = demoPerson(reader);
      if (user) await signIn(page, user);
      await context.addCookies([languageCookie(locale)]);
      const errors = browserErrors(page);
      for (const path of [...PAGES[reader], ...(await linked(page, reader))]) await judge(page, path);
      expect(errors).toEqual([]);
      if (reader === "nobody") await judge(page, "/mobilize-lease/nothing/here");
    });

/** An administrator of a company to which no other test adds people. */
function demoPerson(reader: Reader) {
  if (reader === "nobody") return null;
  if (reader === "an adviser who answers requests") return demoUser("adviser", "mobilize-lease");
  if (reader === "an operator") return demoUser("operator", null);
  if (reader.startsWith("a manager")) return demoUser("manager", "mobilize-lease");
  if (reader !== "an administrator") return demoUser("member", "mobilize-lease");
  return demo().users.find(
    ({ role, customerNumber }) => role === "administrator" && customerNumber === "212009",
  );
}

/** Pages whose address only another page has: an invoice, a colleague, a refused and an accepted file, a key, a supplier. */
async function linked(page: Page, reader: Reader): Promise<string[]> {
  if (reader === "a customer who looks for invoices") {
    await page.goto("/invoices");
    const invoice = await hrefOf(page.getByRole("table").getByRole("link", { name: /^FT-/ }).first());
    await page.goto("/overview?by=vehicle&period=twelve");
    return [invoice, await hrefOf(page.locator(".breakdown th a").first())];
  }
  const firstOf = async (path: string, name: string | RegExp) => {
    await page.goto(path);
    return hrefOf(page.getByRole("main").getByRole("link", { name }).first());
  };
  if (reader === "an administrator") return [await firstOf("/admin/users", "Accueil Brumaire")];
  if (reader === "an operator") return [await firstOf("/console/suppliers", "Diac Location")];
  if (reader === "a manager of people and keys") return [await firstOf("/console/keys", "Démonstration")];
  if (reader !== "a manager") return [];
  return [
    await firstOf("/console/deposits?show=refused", /FT-2026-99000\d/),
    await firstOf("/console/deposits?show=accepted", /^FT-/),
  ];
}

const hrefOf = async (link: ReturnType<Page["locator"]>) => (await link.getAttribute("href")) ?? "";
