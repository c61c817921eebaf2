import type { Page } from "@playwright/test";
import postgres from "postgres";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { deposit, newCustomer } from "@/tests/support/mailed-customer";
import { openSession } from "@/tests/support/open-session";
import { keepFrench } from "@/tests/support/portal-page";

/** Signs in as the administrator of a new customer with this many invoices. Returns the id of the user. */
export async function signInAsNewCustomer(page: Page, project: string, count: number): Promise<string> {
  const customer = await newCustomer(page.request, project, "none");
  for (let at = 0; at < count; at += 5)
    await Promise.all(Array.from({ length: Math.min(5, count - at) }, () => deposit(page.request, customer)));
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const [user] = await sql<{ id: string; identifier: string }[]>`
      update users u set password_changed_at = now(), must_change_password = false
      from accounts a where a.id = u.account_id and a.customer_number = ${customer.number}
      returning u.id, u.identifier`;
    const value = await openSession(sql, user?.identifier ?? "");
    await page
      .context()
      .addCookies([
        { name: SESSION_COOKIE, value, domain: "localhost", path: "/", secure: true, httpOnly: true },
      ]);
    await keepFrench(page);
    return user?.id ?? "";
  } finally {
    await sql.end();
  }
}
