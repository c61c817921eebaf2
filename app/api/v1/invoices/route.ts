import { ownersOf } from "@/lib/access/owners";
import type { SupplierKey } from "@/lib/access/viewer";
import { depositAnswer } from "@/lib/deposits/deposit-answer";
import { depositInvoice, refuseMetadata } from "@/lib/deposits/deposit-invoice";
import { parseMetadata } from "@/lib/deposits/deposit-metadata";
import { depositConflict, depositRefused, unreadableBody } from "@/lib/deposits/deposit-refusals";
import { withDepositTurn } from "@/lib/deposits/with-deposit-turn";
import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import { methodNotAllowed } from "@/lib/http/problem";
import { readMultipart } from "@/lib/http/read-multipart";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";

export const POST = answerSupplierKey("deposits", async (viewer, request) => {
  const asker = { owners: ownersOf(viewer), isKnown: true };
  return withDepositTurn(request, asker, () => deposit(request, viewer));
});

/** Reads the body and deposits the file. The caller has taken the turn of the key before. */
async function deposit(request: Request, viewer: SupplierKey): Promise<Response> {
  const body = await readMultipart(request, FILE_LIMIT_BYTES, "program");
  if (!body.ok) return unreadableBody(body.reason);
  const { file } = body.deposit;
  const flag = new URL(request.url).searchParams.get("dryRun");
  const dryRun = flag !== null && flag !== "false" && flag !== "0";
  const metadata = parseMetadata(body.deposit.metadata);
  if (!metadata.ok) {
    await refuseMetadata(viewer, file, metadata.problems, { dryRun });
    return depositRefused(metadata.problems);
  }
  const result = await depositInvoice(viewer, file, metadata.metadata, { dryRun });
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
