import { accountAnswer, accountRefused } from "@/lib/accounts/account-answer";
import { parseAccountChange } from "@/lib/accounts/account-change";
import { getAccount } from "@/lib/accounts/get-account";
import { saveAccount } from "@/lib/accounts/save-account";
import { bodyTooLarge, methodNotAllowed, notFound } from "@/lib/http/problem";
import { readText } from "@/lib/http/read-text";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";

const LIMIT_KB = 64;
const PRIVATE = { "cache-control": "private, no-store" };

export const GET = answerSupplierKey("accounts", async (viewer, request) => {
  const number = customerNumber(request);
  const account = number === null ? null : await getAccount(viewer, number);
  return account ? Response.json(accountAnswer(account), { headers: PRIVATE }) : notFound();
});

export const PUT = answerSupplierKey("accounts", async (viewer, request) => {
  const number = customerNumber(request);
  if (number === null) return notFound();
  const body = await readText(request, LIMIT_KB * 1024);
  if (body === null) return bodyTooLarge(LIMIT_KB);
  const parsed = parseAccountChange(number, body);
  if (!parsed.ok) return accountRefused(parsed.problems);
  const saved = await saveAccount(viewer, parsed.customerNumber, parsed.change);
  if (!saved.ok) return accountRefused(saved.problems);
  const account = await getAccount(viewer, parsed.customerNumber);
  if (!account) throw new Error("An account was not found after it was saved.");
  const status = saved.outcome === "created" ? 201 : 200;
  return Response.json(accountAnswer(account, saved.warnings), { status, headers: PRIVATE });
});

/** Decodes the customer number from the URL, where it may be percent-encoded. Null when the encoding is invalid. */
function customerNumber(request: Request): string | null {
  try {
    const number = decodeURIComponent(new URL(request.url).pathname.split("/").pop() ?? "");
    return number.includes("\0") ? null : number;
  } catch {
    return null;
  }
}

const refuseMethod = () => methodNotAllowed("GET, HEAD, PUT");

export { refuseMethod as DELETE, GET as HEAD, refuseMethod as PATCH, refuseMethod as POST };
