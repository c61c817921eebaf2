import { ownersOf } from "@/lib/access/owners";
import type { SupplierKey } from "@/lib/access/viewer";
import { depositAnswer } from "@/lib/deposits/deposit-answer";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { parseMetadata } from "@/lib/deposits/deposit-metadata";
import { depositConflict, depositRefused, unreadableBody } from "@/lib/deposits/deposit-refusals";
import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import { methodNotAllowed } from "@/lib/http/problem";
import { readMultipart } from "@/lib/http/read-multipart";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";
import { withTurn } from "@/lib/limits/take-turn";

export const POST = answerSupplierKey("deposits", async (viewer, request) => {
  const asker = { owners: ownersOf(viewer), isKnown: true };
  const inTurn = () => withTurn("deposits", asker, () => deposit(request, viewer));
  return isLong(request) ? withTurn("longDeposits", asker, inTurn) : inTurn();
});

/** Larger requests need a second turn. Most invoices are smaller. */
const LONG_BYTES = 2 * 1024 * 1024;

/** Whether the request states a large body, or does not state its length. */
const isLong = (request: Request) => Number(request.headers.get("content-length") ?? Infinity) > LONG_BYTES;

/** Reads the body and deposits the file. The caller has taken the turn of the key before. */
async function deposit(request: Request, viewer: SupplierKey): Promise<Response> {
  const body = await readMultipart(request, FILE_LIMIT_BYTES);
  if (!body.ok) return unreadableBody(body.reason);
  const metadata = parseMetadata(body.deposit.metadata);
  if (!metadata.ok) return depositRefused(metadata.problems);

  const flag = new URL(request.url).searchParams.get("dryRun");
  const dryRun = flag !== null && flag !== "false" && flag !== "0";
  const result = await depositInvoice(viewer, body.deposit.file, metadata.metadata, { dryRun });
  if (!result.ok)
    return result.reason === "refused" ? depositRefused(result.problems) : depositConflict(result.reason);
  return Response.json(depositAnswer(result.deposited), {
    status: result.outcome === "created" ? 201 : 200,
    headers: { "cache-control": "private, no-store" },
  });
}

const refuseMethod = () => methodNotAllowed("POST");

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as HEAD,
  refuseMethod as PATCH,
  refuseMethod as PUT,
};
