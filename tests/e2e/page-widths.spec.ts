import { test } from "@playwright/test";
import { checkWidths } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";

/** Pages with much in them. The accessibility tests check the widths of all others. */
const FULL_PAGES = [
  "/invoices?from=1900-01-01",
  "/invoices?from=1900-01-01&scope=all",
  "/invoices?q=FT&from=2025-01-01&type=invoice&min=1&max=99999&contract=LLD&vehicle=-&new=1&unread=1",
  "/invoices?from=1900-01-01&all=1",
  "/overview?by=vehicle&period=twelve",
  "/overview?scope=all&period=last_year",
];

test("no full page is wider than the screen, at any width", { tag: "@any-size" }, async ({ page }) => {
  await signIn(page, demoUser("administrator", "mobilize-lease"));
  for (const path of FULL_PAGES) await checkWidths(page, path);
});
