import type { Page } from "@playwright/test";
import postgres from "postgres";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";

/**
 * Gives the current code of a demo user on the page that asks for it. A code is accepted once per user, and many tests
 * sign in as the same user. So this first makes the portal forget the used codes. A lock lets one test at a time do
 * this.
 */
export async function giveDemoCode(
  page: Page,
  user: { identifier: string; totpSecret: string },
): Promise<void> {
  await page.waitForURL(/\/second-factor/);
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 2, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`code of ${user.identifier}`}, 0))`;
      await sql`
        update second_factors set used_steps = '{}'
        where user_id = (select id from users where identifier = ${user.identifier})`;
      await page
        .getByLabel("Code de vérification", { exact: true })
        .fill(codeOfStep(user.totpSecret, stepOf(now())));
      await page.getByRole("button", { name: "Vérifier" }).click();
      await page.waitForURL(({ pathname }) => pathname !== "/second-factor");
    });
  } finally {
    await sql.end();
  }
}
