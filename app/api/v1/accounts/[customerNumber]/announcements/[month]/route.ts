import { announceInvoices } from "@/lib/completeness/announce-invoices";
import { type AnnouncementProblem, parseAnnouncement } from "@/lib/completeness/announcement";
import { parseJson } from "@/lib/http/parse-json";
import { bodyTooLarge, methodNotAllowed, notFound, problemResponse } from "@/lib/http/problem";
import { readText } from "@/lib/http/read-text";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";
import { toDecimal } from "@/lib/money";

const LIMIT_KB = 8;

/**
 * Announces how many documents an account has in a month, and their sum with VAT: `{count, total, currency}`, one call
 * for each currency. Credit notes count, and are negative in the sum. A later call replaces the earlier one.
 */
export const PUT = answerSupplierKey("deposits", async (viewer, request) => {
  const account = accountAndMonth(request);
  if (!account) return notFound();
  const text = await readText(request, LIMIT_KB * 1024);
  if (text === null) return bodyTooLarge(LIMIT_KB);
  const parsed = parseAnnouncement(account, parseJson(text));
  if (!parsed.ok) return refused(parsed.problems);
  const announced = await announceInvoices(viewer, [parsed.announcement]);
  if (!announced.ok)
    return refused([
      {
        type: "customer_unknown",
        field: "customerNumber",
        detail: `No account has the customer number ${account.customerNumber}.`,
      },
    ]);
  const { customerNumber, month, currency, documentCount, totalMinor } = parsed.announcement;
  return Response.json(
    { customerNumber, month, currency, count: documentCount, total: toDecimal(totalMinor, currency) },
    { headers: { "cache-control": "private, no-store" } },
  );
});

const refused = (problems: AnnouncementProblem[]) =>
  problemResponse({
    status: 422,
    type: "announcement-refused",
    title: "The announcement was not recorded.",
    detail: problems.map(({ detail }) => detail).join(" "),
    problems,
  });

/** Decodes the path, where the customer number may be percent-encoded. Null when the encoding is invalid. */
function accountAndMonth(request: Request): { customerNumber: string; month: string } | null {
  try {
    const [month = "", , customerNumber = ""] = new URL(request.url).pathname
      .split("/")
      .reverse()
      .map(decodeURIComponent);
    return customerNumber === "" || customerNumber.includes("\0") ? null : { customerNumber, month };
  } catch {
    return null;
  }
}

const refuseMethod = () => methodNotAllowed("PUT");

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as PATCH,
  refuseMethod as POST,
};
