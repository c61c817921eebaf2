import { z } from "zod";
import { withdrawInvoice } from "@/lib/deposits/withdraw-invoice";
import { parseJson } from "@/lib/http/parse-json";
import { bodyTooLarge, methodNotAllowed, notFound, problemResponse } from "@/lib/http/problem";
import { readText } from "@/lib/http/read-text";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";

const LIMIT_KB = 64;

interface Context {
  params: Promise<{ id: string }>;
}

const body = z.strictObject({ reason: z.string() });

/** Withdraws an invoice deposited for the wrong customer. The answer lists who opened it. */
export const POST = answerSupplierKey<Context>("deposits", async (viewer, request, { params }) => {
  const { id } = await params;
  const text = await readText(request, LIMIT_KB * 1024);
  if (text === null) return bodyTooLarge(LIMIT_KB);
  const parsed = body.safeParse(parseJson(text));
  const result = await withdrawInvoice(viewer, id, parsed.success ? parsed.data.reason : "");
  if (result.ok)
    return Response.json(
      { ...result.withdrawn, state: "withdrawn" },
      { headers: { "cache-control": "private, no-store" } },
    );
  if (result.reason === "not_found") return notFound();
  const detail =
    result.reason === "reason_too_long"
      ? "reason: must have at most 500 characters."
      : 'The body must be {"reason": "…"}, and the reason must not be empty.';
  return problemResponse({
    status: 422,
    type: "withdrawal-refused",
    title: "The withdrawal has no valid reason.",
    detail,
    problems: [{ type: result.reason, field: "reason", detail }],
  });
});

const refuseMethod = () => methodNotAllowed("POST");

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
