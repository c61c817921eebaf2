import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { codeOfStep, stepOf } from "@/lib/sign-in/second-factor/totp";
import { demoUser } from "@/tests/support/demo";
import { type DemoPortal, startDemoPortal } from "@/tests/support/demo-portal";
import { eventually } from "@/tests/support/eventually";
import { openFirefox } from "@/tests/support/firefox";
import { madeInvoice } from "@/tests/support/made-invoice";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

// `npm test -- --only firefox`: the main stories in Firefox, on the built portal. Each leaves pictures of its pages in
// test-results/firefox, to look at.
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const PICTURES = "test-results/firefox";

let portal: DemoPortal;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  portal = await startDemoPortal();
  browser = await openFirefox();
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});
beforeEach(async () => {
  const context = await browser.createBrowserContext();
  page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
});

const open = (path: string) => page.goto(portal.app.url + path);
const find = (role: string, name: string) => page.locator(`::-p-aria([role="${role}"][name="${name}"])`);
const path = () => new URL(page.url()).pathname;
const text = () => page.evaluate(() => document.body.innerText);
const shows = (expected: string) =>
  eventually(`the page shows ${expected}`, async () => (await text()).includes(expected));

async function signIn(user: ReturnType<typeof demoUser>): Promise<void> {
  await open(`/${user.supplier}`);
  await page.locator("input[name=identifier]").fill(user.identifier);
  await page.locator("input[name=password]").fill(user.password);
  await find("button", "Connexion").click();
  if (!user.totpSecret) return;
  const secret = user.totpSecret;
  await eventually("the page for the code", () => path() === "/second-factor");
  await page.locator("input[name=code]").fill(codeOfStep(secret, stepOf(now())));
  await find("button", "Vérifier").click();
}

async function signInWell(user: ReturnType<typeof demoUser>): Promise<void> {
  await signIn(user);
  await eventually("the first page", () => /^\/(home|invoices|console)/.test(path()));
}

/** Nothing overflows at both sizes; leaves a picture of each. */
async function look(name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewport(size);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed, `${name} at ${size.width}`).toBeLessThanOrEqual(size.width);
    await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`) as `${string}.png` });
  }
  await page.setViewport({ width: 1280, height: 900 });
}

test("a customer signs in, finds an invoice, reads its document and takes its bytes", async () => {
  const user = demoUser("member", "mobilize-lease");
  await signIn({ ...user, password: "Faux-Papier-9" });
  await shows("identifiant ou le mot de passe");
  await look("refused");
  await signInWell(user);
  await find("link", "Factures").click();
  await eventually("the list", () => path() === "/invoices");
  await look("list");

  const number = await page.$eval("table .number a", (link) => link.textContent?.trim() ?? "");
  await open(`/invoices?q=${number}`);
  await page.locator("table .number a").click();
  await eventually("the invoice", () => /^\/invoices\/[0-9a-f-]{36}$/.test(path()));
  await shows(number);
  await eventually("the document is drawn", () =>
    page.$$eval("canvas", (sheets) => sheets.some((sheet) => sheet.width > 0)),
  );
  await look("invoice");

  const { sha256, shown } = await page.evaluate(async () => {
    const url = document.querySelector<HTMLAnchorElement>('a[href$="/original"]')?.href ?? "";
    const bytes = await (await fetch(url)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return { sha256: hex, shown: document.body.textContent ?? "" };
  });
  expect(shown.replace(/\s/g, "")).toContain(sha256);
  expect(errors).toEqual([]);
});

test("a customer reads one document after the other with the keys", async () => {
  await signInWell(demoUser("administrator", "mobilize-lease"));
  await open("/invoices/reading");
  await shows(", 1 sur ");
  await eventually("a document is drawn", () => page.$$eval("canvas", (sheets) => sheets.length > 0));
  await page.keyboard.press("j");
  await shows(", 2 sur ");
  await look("reading");
  expect(errors).toEqual([]);
});

test("a manager deposits a file, and sees that it arrived", async () => {
  const folder = createTemporaryFolder("firefox");
  const number = `FF-${randomUUID().slice(0, 12)}`;
  const { bytes, fileName } = madeInvoice({ number, customerNumber: "212009" });
  const file = join(folder, fileName);
  writeFileSync(file, bytes);
  await signInWell(demoUser("manager", "mobilize-lease"));
  await find("link", "Dépôts").click();
  await page.locator('a[href="/console/deposits/new"]').click();
  const input = await page.waitForSelector("input[type=file]");
  await (input as Awaited<ReturnType<typeof page.$<"input">>>)?.uploadFile(file);
  await find("button", "Déposer").click();
  await shows("Acceptée");
  await look("deposit");
  await open("/console/deposits?show=accepted");
  await shows(number);
  removeTemporaryFolder(folder);
  expect(errors).toEqual([]);
});

test("today's pages have their look", async () => {
  await signInWell(demoUser("administrator", "mobilize-lease"));
  for (const [name, address] of [
    ["home", "/home"],
    ["archive", "/invoices/archive"],
    ["overview", "/overview"],
    ["accounting", "/invoices/accounting"],
    ["notifications", "/profile/notifications"],
    ["people", "/admin/users"],
  ] as const) {
    await open(address);
    await look(name);
  }
  expect(errors).toEqual([]);
});
