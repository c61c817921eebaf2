import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { demo } from "./demo";
import { eventually } from "./eventually";
import { invoiceSpec } from "./made-invoice";
import { today } from "./test-days";

/** The password that `choosePassword` enters. */
export const CUSTOMER_PASSWORD = "Sillon-Bleu-Vif-9";
/** The demo supplier whose direct links open without signing in. */
export const MAIL_SUPPLIER = "diac-location";

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; size: number }[];
}

export interface Customer {
  number: string;
  email: string;
}

/** The request headers with the supplier's key. */
export const supplierKey = () => ({ authorization: `Bearer ${demo().supplierKeys[MAIL_SUPPLIER]}` });
let count = 0;

/** Long enough for a busy machine: after this time no mail will come. */
const TIMEOUT_MS = 180_000;

/** A new account at the supplier with an address that nobody else has. */
export async function newCustomer(
  request: APIRequestContext,
  project: string,
  preference: string,
  email = `e2e-${project}-${randomUUID()}@essai.example`,
): Promise<Customer> {
  const number = `E2E-${project}-${randomUUID().slice(0, 13)}`;
  await putAccount(request, number, {
    companyName: `Essai ${number} SARL`,
    email,
    preference,
    channel: "electronic",
  });
  return { number, email };
}

/** Sends the supplier's data of an account; returns the account. */
export async function putAccount(
  request: APIRequestContext,
  number: string,
  data: object,
): Promise<Record<string, unknown>> {
  const response = await request.put(`/api/v1/accounts/${number}`, { headers: supplierKey(), data });
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

export async function deposit(
  request: APIRequestContext,
  customer: Customer,
  change: Partial<InvoiceSpec> = {},
): Promise<{ id: string; number: string }> {
  const number = `M-${customer.number}-${(count += 1)}`;
  const spec = invoiceSpec({
    number,
    issuedOn: today(),
    dueOn: undefined,
    customerNumber: customer.number,
    ...change,
  });
  const buffer = Buffer.from(await makeFacturX(spec));
  const response = await request.post("/api/v1/invoices", {
    headers: supplierKey(),
    multipart: { file: { name: `${number}.pdf`, mimeType: "application/pdf", buffer } },
  });
  expect(response.status(), await response.text()).toBe(201);
  return { id: (await response.json()).id, number };
}

/** All mails to the address, newest first. */
export async function mailsTo(request: APIRequestContext, email: string): Promise<Mail[]> {
  return (await request.get(`/dev/mailbox.json?to=${encodeURIComponent(email)}`)).json();
}

/** Waits for a mail to the address whose subject matches, and returns the newest. */
export async function mailTo(request: APIRequestContext, email: string, subject: RegExp): Promise<Mail> {
  return eventually(
    `a mail ${subject} to ${email}`,
    async () => (await mailsTo(request, email)).find((mail) => subject.test(mail.subject)) as Mail,
    TIMEOUT_MS,
  );
}

const pathIn = (mail: Mail, pattern: RegExp) =>
  new URL(pattern.exec(mail.html)?.[0] ?? "", demo().url).pathname;
/** The path of the link in an activation or recovery. */
export const resetPath = (mail: Mail) => pathIn(mail, /https?:\/\/[^"]+\/reset\/[\w-]+/);
/** The path of an attachment link. */
export const attachmentPath = (mail: Mail) =>
  pathIn(mail, /https?:\/\/[^"]+\/profile\/companies\/attach\/[\w-]+/);
/** The path of a direct link. */
export const directPath = (mail: Mail) => pathIn(mail, /https?:\/\/[^"]+\/d\/[\w-]+/);

/** Chooses the password on the page of a mailed link. */
export async function choosePassword(page: Page, password = CUSTOMER_PASSWORD): Promise<void> {
  await page.getByLabel("Votre mot de passe", { exact: true }).fill(password);
  await page.getByLabel("Confirmation", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Envoyer" }).click();
}

/** Activates the account of a customer whose first invoice was deposited, and signs in. */
export async function signInFirst(page: Page, customer: Customer): Promise<void> {
  await page.goto(resetPath(await mailTo(page.request, customer.email, /^Activation/)));
  await choosePassword(page);
  await page.getByLabel("Mot de passe", { exact: true }).fill(CUSTOMER_PASSWORD);
  await page.getByRole("button", { name: "Connexion" }).click();
  await page.waitForURL(/\/invoices/);
}
