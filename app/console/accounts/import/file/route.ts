import { TABLE_LIMIT_BYTES } from "@/lib/formats/table-reading";
import { answer } from "@/lib/http/answer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { methodNotAllowed } from "@/lib/http/problem";
import { type MultipartResult, readMultipart } from "@/lib/http/read-multipart";
import { refuseForeignForm } from "@/lib/http/refuse-foreign-form";
import { isSameOrigin } from "@/lib/http/same-origin";
import { seeOther } from "@/lib/http/see-other";
import { startImport } from "@/lib/imports/start-import";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { withTurn } from "@/lib/limits/take-turn";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession, type SupplierStaffSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { isUuid } from "@/lib/uuid";
import type { FileRefusal } from "./file-refusal";

const PAGE = "/console/accounts/import";

/**
 * Receives the spreadsheet of an import: a route and not an action, because a file may be larger than an action accepts
 * (docs/decisions/0039). Takes a turn before it reads the body, then redirects to the page of the import.
 */
export const POST = answer(async (request) => {
  if (!isSameOrigin(request.headers)) return refuseForeignForm(request.headers, PAGE);
  return answerSupplierStaff(await currentSession(), async (session) => {
    try {
      return await withTurn("deposits", { owners: sessionOwners(session), isKnown: true }, () =>
        receive(request, session),
      );
    } catch (error) {
      if (isUnavailable(error)) return refuse("busy");
      throw error;
    }
  });
});

async function receive(request: Request, { viewer }: SupplierStaffSession): Promise<Response> {
  const body = await readMultipart(request, TABLE_LIMIT_BYTES, "person");
  if (!body.ok) return refuse(refusalOf(body.reason));
  const { file } = body.deposit;
  // A browser sends a file without name and content when none was chosen.
  if (file.bytes.length === 0) return refuse(file.fileName === "facture" ? "file_missing" : "table_empty");
  const form = new URL(request.url).searchParams.get("form") ?? "";
  const started = await startImport(viewer, file, isUuid(form) ? form : "");
  if (!started.ok) return refuse(started.reason);
  dispatchSoon();
  return seeOther(`${PAGE}/${started.importId}`);
}

function refusalOf(reason: Extract<MultipartResult, { ok: false }>["reason"]): FileRefusal {
  if (reason === "file_too_large") return "table_too_large";
  return reason === "truncated" || reason === "too_slow" || reason === "malformed"
    ? "truncated"
    : "file_missing";
}

const refuse = (reason: FileRefusal) => seeOther(PAGE, PAGE, { reason });

const refuseMethod = () => methodNotAllowed("POST");

export { refuseMethod as GET, refuseMethod as HEAD };
