import { getTranslations } from "next-intl/server";
import { announceTable } from "@/lib/completeness/announce-table";
import { TABLE_LIMIT_BYTES } from "@/lib/formats/table-reading";
import { answer } from "@/lib/http/answer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { methodNotAllowed, notFound } from "@/lib/http/problem";
import { type MultipartResult, readMultipart } from "@/lib/http/read-multipart";
import { refuseForeignForm } from "@/lib/http/refuse-foreign-form";
import { isSameOrigin } from "@/lib/http/same-origin";
import { seeOther } from "@/lib/http/see-other";
import { withTurn } from "@/lib/limits/take-turn";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import {
  currentSession,
  isSupplierManagerSession,
  type SupplierManagerSession,
} from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import type { AnnouncementRefusal } from "../announcement-refusal";

const PAGE = "/console/deposits/announcements";
/** The unknown customer numbers that are named; a file may have thousands. */
const MAX_NAMED = 5;

/** Receives the file of announcements: a route and not an action, because a file may be larger than an action accepts. */
export const POST = answer(async (request) => {
  if (!isSameOrigin(request.headers)) return refuseForeignForm(request.headers, PAGE);
  return answerSupplierStaff(await currentSession(), async (session) => {
    if (!isSupplierManagerSession(session)) return notFound();
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

async function receive(request: Request, { viewer }: SupplierManagerSession): Promise<Response> {
  const body = await readMultipart(request, TABLE_LIMIT_BYTES, "person");
  if (!body.ok) return refuse(refusalOf(body.reason));
  const { bytes } = body.deposit.file;
  // A browser sends a file without content when none was chosen.
  if (bytes.length === 0) return refuse("file_missing");
  const announced = await announceTable(viewer, bytes);
  if (announced.ok) return seeOther(PAGE, PAGE, { announced: String(announced.count) });
  const { ok: _ok, reason, ...facts } = announced;
  if ("columns" in facts) {
    const t = await getTranslations("console.deposits.announcements.columns");
    return refuse(reason, facts.columns.map((column) => t(column)).join(", "));
  }
  if ("line" in facts) return refuse(reason, String(facts.line));
  if ("customerNumbers" in facts) return refuse(reason, facts.customerNumbers.slice(0, MAX_NAMED).join(", "));
  return refuse(reason);
}

function refusalOf(reason: Extract<MultipartResult, { ok: false }>["reason"]): AnnouncementRefusal {
  if (reason === "file_too_large") return "table_too_large";
  return reason === "truncated" || reason === "too_slow" || reason === "malformed"
    ? "truncated"
    : "file_missing";
}

const refuse = (reason: AnnouncementRefusal, value = "") =>
  seeOther(PAGE, PAGE, { reason, value: value.slice(0, 400) });

const refuseMethod = () => methodNotAllowed("POST");

export { refuseMethod as GET, refuseMethod as HEAD };
