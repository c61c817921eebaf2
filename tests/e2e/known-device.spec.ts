import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { PER_IDENTIFIER } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { languageCookie } from "@/tests/support/language-cookie";
import {
  CUSTOMER_PASSWORD,
  deposit,
  MAIL_SUPPLIER,
  newCustomer,
  signInFirst,
} from "@/tests/support/mailed-customer";
import { openMenu, typeCredentials } from "@/tests/support/portal-page";

/** Uses up the guesses of a day for this identifier, as strangers can (`throttle.test.ts`). */
async function exhaustGuesses(identifier: string): Promise<void> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
  const { scope, max } = PER_IDENTIFIER;
  await sql`
    insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
    values (${scope}, ${Buffer.from(sha256Hex(identifier), "hex")}, ${max}, now(), now())
    on conflict (scope, key_hash) do update set attempts = ${max}, window_started_at = now()`;
  await sql.end();
}

test(
  "strangers who guess keep other browsers out, but not the one on which the user has signed in",
  { tag: "@any-size" },
  async ({ page, browser, request, baseURL }, info) => {
    const customer = await newCustomer(request, info.project.name, "none");
    await deposit(request, customer);
    await signInFirst(page, customer);
    await openMenu(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await exhaustGuesses(customer.email);
    const credentials = { identifier: customer.email, password: CUSTOMER_PASSWORD };

    const context = await browser.newContext({ baseURL, locale: "fr-FR" });
    await context.addCookies([languageCookie("fr")]);
    const other = await context.newPage();
    await other.goto(`/${MAIL_SUPPLIER}`);
    await typeCredentials(other, credentials);
    await expect(other.getByText("Trop d’essais")).toBeVisible();
    await context.close();

    await page.goto(`/${MAIL_SUPPLIER}`);
    await typeCredentials(page, credentials);
    await page.waitForURL(/\/invoices/);
  },
);
