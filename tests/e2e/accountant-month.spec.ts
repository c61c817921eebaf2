import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Download, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { demoUser } from "@/tests/support/demo";
import { depositPages } from "@/tests/support/deposit-pages";
import { CUSTOMER_PASSWORD, MAIL_SUPPLIER } from "@/tests/support/mailed-customer";
import { addNewCustomer, signInAsNewCustomer } from "@/tests/support/new-reader";
import { browserErrors, signIn, typeCredentials } from "@/tests/support/portal-page";
import { readZip } from "@/tests/support/read-zip";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { yesterday } from "@/tests/support/test-days";

/** Downloads are counted per person, so each size of screen has its own person. */
const accountant = (project: string) =>
  project === "phone" ? demoUser("administrator", "express-colis") : demoUser("member", "mobilize-lease");

async function savedBy(page: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return download;
}

/** Unpacks and checks a pack with the system's own tool; returns how many checksums were right. */
async function checkedSums(download: Download): Promise<{ originals: string[]; right: number }> {
  const folder = createTemporaryFolder("taken");
  try {
    const files = readZip(readFileSync(await download.path()));
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const [command = "", ...first] = process.platform === "darwin" ? ["shasum", "-a", "256"] : ["sha256sum"];
    const said = execFileSync(command, [...first, "-c", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
    const names = files.map(({ name }) => name);
    return {
      originals: names.filter((name) => /^\d{4}-\d\d_[A-Z-]+_[\w.-]+\.(pdf|xml)$/.test(name)),
      right: said.match(/: OK$/gm)?.length ?? 0,
    };
  } finally {
    removeTemporaryFolder(folder);
  }
}

test("an accountant finds an invoice by amount, downloads the rest of a month, checks it, and nothing is missing", async ({
  page,
}, { project }) => {
  const found = browserErrors(page);
  await signIn(page, accountant(project.name));
  await page.goto(`/invoices?from=1900-01-01&to=${yesterday()}`);
  const row = page
    .getByRole("table")
    .getByRole("row")
    .filter({ hasText: "€" })
    .filter({ has: page.getByRole("link") });
  const invoice = row.filter({ has: page.getByRole("link", { name: /^[A-Z]+-/ }) }).first();
  const number =
    (await invoice
      .getByRole("link", { name: /^[A-Z]+-/ })
      .first()
      .textContent()) ?? "";
  const amount = (await invoice.locator(".total").textContent()) ?? "";
  await page.goto(`/invoices?q=${encodeURIComponent(amount)}`);
  await expect(page.getByRole("link", { name: number, exact: true }).first()).toBeVisible();

  // Uses the oldest month, because other tests deposit invoices of today.
  await page.goto("/invoices/archive");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/restantes$/);
  await page.getByText("Voir en tableau, mois par mois").click();
  const month = page
    .getByRole("table", { name: /mois par mois/ })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /restante/ }) })
    .last();
  const name = (await month.getByRole("rowheader").textContent()) ?? "";
  const rest = month.getByRole("link", { name: /restante/ });
  // « la restante »: exactly one invoice.
  const count = Number(/\d+ restantes/.exec((await rest.textContent()) ?? "")?.[0].split(" ")[0] ?? 1);
  const key = /from=(\d{4}-\d{2})/.exec((await rest.getAttribute("href")) ?? "")?.[1] ?? "";
  const download = await savedBy(page, () => rest.click());
  expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d_[A-Z-]+_[\w-]+\.zip$/);
  const { originals, right } = await checkedSums(download);
  expect([originals.length, right]).toEqual([count, count + 2]);

  // Downloads are recorded after the end of the response.
  const same = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(async () => {
    await page.reload();
    await page.getByText("Voir en tableau, mois par mois").click();
    await expect(same.getByRole("link", { name: /à nouveau/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(same.getByRole("cell").nth(1)).toHaveText(String(count));

  // A month's cell shows what is in it, and puts it back among what is left to take.
  await page.goto("/invoices/archive");
  await page.locator(`a.month-cell[href*="month=${key}"]`).click();
  const opened = page.getByRole("region", { name: name.trim() });
  await expect(opened.getByRole("link", { name: /à nouveau$/ })).toBeVisible();
  await opened.getByRole("button", { name: "Remettre à prendre" }).click();
  await expect(page.getByRole("status").filter({ hasText: "à prendre" })).toContainText(/remises? à prendre/);
  await opened.getByRole("button", { name: /^Marquer comme prise/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /marquées? comme prise/ })).toBeVisible();
  await expect(opened.getByRole("link", { name: /restante/ })).toHaveCount(0);
  expect(found).toEqual([]);
});

test("from the sign-in form to a verified pack of everything, the month takes two clicks", async ({ page }, {
  project,
}) => {
  const { identifier } = await addNewCustomer(page, project.name, 3);
  await page.addInitScript(() => {
    const count = () =>
      sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks")) + 1));
    addEventListener("click", (event) => event.isTrusted && count(), true);
  });
  await page.goto(`/${MAIL_SUPPLIER}`);
  await typeCredentials(page, { identifier, password: CUSTOMER_PASSWORD });
  const take = page.getByRole("link", { name: /^Télécharger les 3/ });
  const { originals, right } = await checkedSums(await savedBy(page, () => take.click()));
  expect([originals.length, right]).toEqual([3, 5]);
  expect(await page.evaluate(() => Number(sessionStorage.getItem("clicks")))).toBe(2);
  await page.goto("/home");
  await expect(page.getByRole("heading", { name: /Tout est pris/ })).toBeVisible();
});

test("the list leads to invoices that nobody has taken and that will be removed soon, and one click downloads them", async ({
  page,
}, { project }) => {
  const userId = await signInAsNewCustomer(page, project.name, 2);
  await leaveSoon(userId);
  await page.goto("/invoices");
  await page.getByRole("link", { name: /à prendre avant (leur|son) retrait/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "À faire" })).toBeVisible();
  const take = page
    .getByRole("listitem")
    .filter({ hasText: /quitte(nt)? bientôt le portail/ })
    .getByRole("link", { name: /^Télécharger/ });
  const { originals, right } = await checkedSums(await savedBy(page, () => take.click()));
  expect([originals.length, right]).toEqual([2, 4]);
});

/** Lets all invoices of the user's account leave in twenty days. */
async function leaveSoon(userId: string): Promise<void> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await sql`
      update invoices set remove_after = current_date + 20
      where account_id = (select account_id from users where id = ${userId})`;
  } finally {
    await sql.end();
  }
}

test("after a download the rows are ticked at once, and the list says how many were downloaded", async ({
  page,
}, { project }) => {
  const owner = accountant(project.name);
  const numbers = ["A", "B"].map((letter) => `COCHE${letter}-${project.name}-${Date.now()}`);
  for (const number of numbers) await depositPages(owner, number, 1);
  await signIn(page, owner);
  await page.goto(`/invoices?q=COCHE&from=${yesterday()}`);
  const rows = numbers.map((number) => page.getByRole("row").filter({ hasText: number }));
  for (const row of rows) await expect(row.locator(".unread")).toBeVisible();
  // The button is visible before its script is loaded.
  await page.waitForLoadState("networkidle");
  await savedBy(page, () => page.getByRole("link", { name: /^Télécharger les \d+ factures/ }).click());
  for (const row of rows) await expect(row.locator(".taken")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /factures téléchargées/ })).toBeVisible();
});

test("the export of an empty list answers with a page that explains it and links back", async ({ page }, {
  project,
}) => {
  await signIn(page, accountant(project.name));
  const answer = await page.goto("/invoices/export?format=zip&q=nothing-like-this");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucune facture à télécharger");
  await page.getByRole("link", { name: "Voir la liste" }).click();
  await expect(page).toHaveURL(/\/invoices\?.*q=nothing-like-this/);
});
