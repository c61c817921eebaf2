import type { Page } from "@playwright/test";
import postgres from "postgres";
import { SESSION_COOKIE } from "@/lib/http/session-cookie";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { CUSTOMER_PASSWORD, deposit, newCustomer } from "@/tests/support/mailed-customer";
import { openSession } from "@/tests/support/open-session";
import { keepFrench } from "@/tests/support/portal-page";

/** Signs in as the administrator of a new customer with this many invoices. Returns the id of the user. */
export async function signInAsNewCustomer(page: Page, project: string, count: number): Promise<string> {
  const { id, identifier } = await addNewCustomer(page, project, count);
  const value = await withOwner((sql) => openSession(sql, identifier));
  await page
    .context()
    .addCookies([
      { name: SESSION_COOKIE, value, domain: "localhost", path: "/", secure: true, httpOnly: true },
    ]);
  return id;
}

/** Adds a new customer with this many invoices. Returns its administrator, who has the password of the tests. */
export async function addNewCustomer(
  page: Page,
  project: string,
  count: number,
): Promise<{ id: string; identifier: string }> {
  const customer = await newCustomer(page.request, project, "none");
  for (let at = 0; at < count; at += 5)
    await Promise.all(Array.from({ length: Math.min(5, count - at) }, () => deposit(page.request, customer)));
  const passwordHash = await hashPassword(CUSTOMER_PASSWORD, { owners: [] });
  const [user] = await withOwner(
    (sql) => sql<{ id: string; identifier: string }[]>`
      update users u set password_hash = ${passwordHash}, password_changed_at = now(), must_change_password = false
      from accounts a where a.id = u.account_id and a.customer_number = ${customer.number}
      returning u.id, u.identifier`,
  );
  if (!user) throw new Error("The customer has no user.");
  await keepFrench(page);
  return user;
}

async function withOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
