import { getTranslations } from "next-intl/server";
import { UPLOAD_LIMITS } from "@/lib/deposits/console-upload";
import { depositUpload, type Uploaded } from "@/lib/deposits/deposit-upload";
import { withDepositTurn } from "@/lib/deposits/with-deposit-turn";
import { FILE_LIMIT_MB } from "@/lib/formats/file-limit";
import { answer } from "@/lib/http/answer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { methodNotAllowed, notFound, type Problem, problemResponse, signInFirst } from "@/lib/http/problem";
import { type FormFile, type FormFilesResult, readMultipartFiles } from "@/lib/http/read-multipart-files";
import { refuseForeignForm } from "@/lib/http/refuse-foreign-form";
import { isSameOrigin } from "@/lib/http/same-origin";
import { seeOther } from "@/lib/http/see-other";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import {
  currentSession,
  isSupplierManagerSession,
  isSupplierStaffSession,
  type SupplierManagerSession,
} from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { resultHref, UPLOAD_PAGE, type UploadRefusal } from "../upload-result";

/**
 * Receives the files of « Déposer », one after the other: a route and not an action, because a file may be larger than
 * an action accepts. A script sends one file a request and asks for JSON; the form without scripts is redirected.
 * Takes the same turns as a deposit through the API before it reads the body.
 */
export const POST = answer(async (request) => {
  if (!isSameOrigin(request.headers)) return refuseForeignForm(request.headers, UPLOAD_PAGE);
  return answerSupplierStaff(await currentSession(), async (session) => {
    if (!isSupplierManagerSession(session)) return notFound();
    const asker = { owners: sessionOwners(session), isKnown: true };
    try {
      return await withDepositTurn(request, asker, () => receive(request, session));
    } catch (error) {
      if (error instanceof SessionEnded) return signInFirst();
      if (!isUnavailable(error)) throw error;
      return respond(request, { uploaded: [], refusal: "busy" });
    }
  });
});

/** After this time the script may send the file again. */
const BUSY_RETRY_SECONDS = 5;

interface Received {
  uploaded: Uploaded[];
  /** Why reading the form ended; the files before were deposited. */
  refusal: UploadRefusal | null;
}

/** Thrown when the session ended while the form arrived; the files before were deposited. */
class SessionEnded extends Error {}

async function receive(request: Request, session: SupplierManagerSession): Promise<Response> {
  const uploaded: Uploaded[] = [];
  const receiveFile = async (file: FormFile) => {
    // A browser sends a file without name and content when none was chosen.
    if (file.bytes?.length === 0 && file.fileName === "facture") return;
    // A form may arrive for hours: nothing is deposited after the access ended.
    if (!(await isStillManager(session))) throw new SessionEnded();
    uploaded.push(await depositUpload(session.viewer, file));
  };
  let refusal: UploadRefusal | null;
  try {
    refusal = refusalOf(await readMultipartFiles(request, UPLOAD_LIMITS, receiveFile));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    refusal = "busy";
  }
  return respond(request, { uploaded, refusal: refusal ?? (uploaded.length === 0 ? "file_missing" : null) });
}

async function isStillManager({ id, viewer }: SupplierManagerSession): Promise<boolean> {
  const session = await resumeSession(id);
  return (
    session !== null &&
    isSupplierStaffSession(session) &&
    isSupplierManagerSession(session) &&
    session.viewer.supplierId === viewer.supplierId
  );
}

const refusalOf = (read: FormFilesResult): UploadRefusal | null =>
  read.ok ? null : read.reason === "not_multipart" ? "truncated" : read.reason;

async function respond(request: Request, { uploaded, refusal }: Received): Promise<Response> {
  if (request.headers.get("accept") !== "application/json")
    return seeOther(resultHref(uploaded), UPLOAD_PAGE, resultFacts(uploaded, refusal));
  const [file] = uploaded;
  if (!file) return problemResponse(PROBLEMS[refusal ?? "file_missing"]);
  const t = await getTranslations("console.deposits.new");
  return Response.json(
    {
      outcome: file.outcome,
      href: file.refusedId ? `/console/deposits/${file.refusedId}` : null,
      text: t(`outcomes.${file.outcome}`, { megabytes: FILE_LIMIT_MB }),
    },
    { headers: { "cache-control": "private, no-store" } },
  );
}

/** What the script is answered when its file did not arrive; the page says it in words. */
const PROBLEMS: Record<UploadRefusal, Problem> = {
  file_missing: { status: 400, type: "file-missing", title: "The form has no file." },
  truncated: { status: 400, type: "truncated", title: "The form did not arrive completely." },
  body_too_large: { status: 413, type: "body-too-large", title: "The form is too large." },
  too_many_files: { status: 413, type: "too-many-files", title: "The form has too many files." },
  busy: {
    status: 503,
    type: "unavailable",
    title: "The portal cannot read a file at this moment.",
    retryAfterSeconds: BUSY_RETRY_SECONDS,
  },
};

function resultFacts(uploaded: readonly Uploaded[], refusal: UploadRefusal | null): Record<string, string> {
  const count = (outcome: Uploaded["outcome"]) =>
    String(uploaded.filter((one) => one.outcome === outcome).length);
  return {
    created: count("created"),
    already_there: count("already_there"),
    refused: count("refused"),
    too_large: count("too_large"),
    ...(refusal && { refusal }),
  };
}

const refuseMethod = () => methodNotAllowed("POST");

export { refuseMethod as GET, refuseMethod as HEAD };
