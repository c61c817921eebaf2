import { type APIRequestContext, expect, test } from "@playwright/test";
import postgres from "postgres";
import {
  choosePassword,
  type Customer,
  deposit,
  directPath,
  MAIL_SUPPLIER,
  mailsTo,
  mailTo,
  newCustomer,
  putAccount,
  resetPath,
  signInFirst,
  supplierKey,
} from "@/tests/support/mailed-customer";

/** Simulates the passage of time and events of providers, directly in the database. */
async function arrange(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  await work(sql).finally(() => sql.end());
}

const newAddress = (customer: Customer) => customer.email.replace("e2e-", "nouvelle-");

/** The former address got its last mail, which does not contain the new address. */
async function expectFarewell(request: APIRequestContext, customer: Customer): Promise<void> {
  const mail = await mailTo(request, customer.email, /^Cette adresse ne reçoit plus/);
  expect(mail.html + mail.text).not.toContain(newAddress(customer));
}

test("an immediate change of address: both get a mail, old links and sessions end, the new address is activated and keeps the history", async ({
  page,
  browser,
  baseURL,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "link");
  const { number } = await deposit(request, customer);
  const link = directPath(await mailTo(request, customer.email, new RegExp(number)));
  await signInFirst(page, customer);
  await expect(page.getByRole("link", { name: number, exact: true })).toBeVisible();

  await putAccount(request, customer.number, { email: newAddress(customer), effective: "now" });
  await page.reload();
  await expect(page.getByLabel("Identifiant", { exact: true })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre plus rien");
  await expectFarewell(request, customer);
  await mailTo(request, newAddress(customer), /^Cette adresse reçoit désormais/);

  const successor = await browser.newPage({ baseURL, viewport: page.viewportSize() });
  await signInFirst(successor, { ...customer, email: newAddress(customer) });
  await successor.getByRole("link", { name: number, exact: true }).click();
  await expect(successor.getByRole("heading", { level: 1 })).toHaveText(`Facture ${number}`);
  await successor.close();
});

test("a change of address with the next invoice waits for it, and then links to choose a password end", async ({
  page,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "none");
  await deposit(request, customer);
  const activation = resetPath(await mailTo(request, customer.email, /^Activation/));
  const email = newAddress(customer);
  const changed = await putAccount(request, customer.number, { email, effective: "next_invoice" });
  expect([changed.email, changed.pending]).toMatchObject([customer.email, { email }]);
  await page.goto(activation);
  await expect(page.getByLabel("Votre mot de passe", { exact: true })).toBeVisible();
  expect(await mailsTo(request, email)).toEqual([]);

  await deposit(request, customer);
  await mailTo(request, email, /^Activation/);
  await expectFarewell(request, customer);
  await page.goto(activation);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Ce lien/);
  await expect(page.getByLabel("Votre mot de passe", { exact: true })).toBeHidden();
});

test("an expired link says so, and one button sends a new link that works", async ({
  page,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "none");
  await deposit(request, customer);
  const mail = await mailTo(request, customer.email, /^Activation/);
  await arrange(
    (sql) =>
      sql`update tokens set created_at = created_at - interval '15 days' where email = ${customer.email}`,
  );
  await page.goto(resetPath(mail));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a expiré");
  await page.getByRole("button", { name: "Recevoir un nouveau lien" }).click();
  await expect(page.getByText("Un mail de récupération de votre identifiant")).toBeVisible();
  await page.goto(resetPath(await mailTo(request, customer.email, /^Récupération/)));
  await choosePassword(page);
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(customer.email);
});

test("the account of an address whose mails bounce sees it, with a contact", async ({
  page,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "none");
  await deposit(request, customer);
  await mailTo(request, customer.email, /^Activation/);
  await arrange(
    (sql) => sql`
      insert into mail_addresses (supplier_id, email, state, reason, at)
      select id, ${customer.email}, 'bounced', 'address_refused', now() from suppliers
      where slug = ${MAIL_SUPPLIER}`,
  );
  await page.goto(`/${MAIL_SUPPLIER}/recover`);
  await page.getByLabel("Adresse e-mail", { exact: true }).fill(customer.email);
  await page.getByRole("button", { name: "Envoyer" }).click();
  const answer = page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: customer.email });
  await expect(answer).toContainText("nous sont retournés");
  await expect(answer.getByRole("link", { name: /@/ })).toBeVisible();
  const account = await request.get(`/api/v1/accounts/${customer.number}`, { headers: supplierKey() });
  expect((await account.json()).stopped).toMatchObject({ state: "bounced" });
});

test("a withdrawal reports the use of a direct link; HEAD does not count as use", async ({
  page,
  request,
}, info) => {
  const customer = await newCustomer(request, info.project.name, "link");
  const [first, second] = [await deposit(request, customer), await deposit(request, customer)];
  const linkOf = async (number: string) =>
    directPath(await mailTo(request, customer.email, new RegExp(number)));
  const asked = await linkOf(first.number);
  for (let index = 0; index < 3; index += 1) expect((await request.head(asked)).status()).toBe(200);
  await page.goto(await linkOf(second.number));
  await expect(page.getByText(second.number)).toBeVisible();
  const withdraw = async ({ id }: { id: string }) => {
    const data = { reason: "Mauvais client" };
    const answer = await request.post(`/api/v1/invoices/${id}/withdrawal`, { headers: supplierKey(), data });
    return (await answer.json()).openedThroughLinks;
  };
  expect(await withdraw(first)).toEqual([]);
  expect(await withdraw(second)).toMatchObject([
    { kind: "notification_link", recipient: customer.email, useCount: 1 },
  ]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’ouvre plus rien");
});
