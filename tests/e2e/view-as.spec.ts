import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { browserErrors, signIn } from "@/tests/support/portal-page";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function accountOf(identifier: string): Promise<string> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
  try {
    const [row] = await sql<{ account_id: string }[]>`
      select account_id from users where identifier = ${identifier}`;
    return row?.account_id ?? "";
  } finally {
    await sql.end();
  }
}

test("an adviser sees the portal as a customer's user does, changes nothing, and leaves", async ({
  page,
  isMobile,
}) => {
  const errors = browserErrors(page);
  const customer = demoUser("member", "mobilize-lease");
  const account = await accountOf(customer.identifier);
  await signIn(page, demoUser("adviser", "mobilize-lease"));
  await page.goto(`/console/accounts/${account}`);
  const action = page.locator("#view-as");
  await action.locator("summary").click();
  await action.getByRole("button", { name: "Voir comme ce client" }).click();
  await expect(action.getByText("Écrivez le motif.")).toBeVisible();
  await action
    .getByLabel("Personne", { exact: true })
    .selectOption({ label: `Noé Baltard, ${customer.identifier}` });
  await action.getByLabel("Motif", { exact: true }).fill("Ne voit pas sa facture de mars");
  await action.getByRole("button", { name: "Voir comme ce client" }).click();

  await expect(page).toHaveURL(/\/invoices$/);
  await expect(page.getByText("Motif : Ne voit pas sa facture de mars.")).toBeVisible();
  await page.getByRole("link", { name: /^FT-/ }).first().click();
  await expect(page.getByRole("button", { name: "Quitter cette vue" })).toBeVisible();
  if (!isMobile) await checkState(page, "an invoice in the view as a customer");

  await page.goto("/profile/display");
  await page.getByLabel("12 mois").check();
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page).toHaveURL(/\/console\/view-as$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ne fait pas partie de la vue client");
  await page.goto("/console");
  await expect(page).toHaveURL(/\/invoices$/);
  await page.getByRole("button", { name: "Quitter cette vue" }).click();
  await expect(page).toHaveURL(`/console/accounts/${account}`);
  expect(errors).toEqual([]);
});
