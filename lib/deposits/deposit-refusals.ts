import { FILE_LIMIT_MB } from "@/lib/formats/file-limit";
import { PROGRAM_RATE } from "@/lib/http/body-watch";
import { problemResponse } from "@/lib/http/problem";
import type { MultipartResult } from "@/lib/http/read-multipart";
import type { DepositProblem } from "./deposit-problem";

/** 422 with every problem of the file, the metadata and the customer. */
export function depositRefused(problems: DepositProblem[]): Response {
  return problemResponse({
    status: 422,
    type: "deposit-refused",
    title: "The document was not accepted.",
    detail: problems.map((problem) => problem.detail).join(" "),
    problems,
  });
}

/** 409: the document conflicts with a stored one; sending it again does not help. */
export function depositConflict(reason: "number_taken" | "file_elsewhere"): Response {
  return reason === "number_taken"
    ? problemResponse({
        status: 409,
        type: "number-taken",
        title: "Another document already has this number.",
        detail:
          "Its seller issued a different file under this number in the same year. Issued invoices are never replaced: " +
          "send a credit note or a corrective invoice, or withdraw the first.",
      })
    : problemResponse({
        status: 409,
        type: "file-elsewhere",
        title: "This file is already in another customer's account.",
        detail: "Withdraw it there first if it reached the wrong customer.",
      });
}

type Unreadable = Extract<MultipartResult, { ok: false }>["reason"];

/** The request does not have the form of a deposit. */
export function unreadableBody(reason: Unreadable): Response {
  switch (reason) {
    case "not_multipart":
      return problemResponse({
        status: 415,
        type: "not-multipart",
        title: "Send multipart/form-data with a part named file.",
      });
    case "file_too_large":
    case "metadata_too_large":
      return problemResponse({
        status: 413,
        type: reason.replaceAll("_", "-"),
        title:
          reason === "file_too_large"
            ? `A file may have at most ${FILE_LIMIT_MB} MB.`
            : "metadata may have at most 256 KB.",
      });
    case "truncated":
    case "malformed":
      return problemResponse({
        status: 400,
        type: "body-incomplete",
        title: "The body is incomplete or malformed.",
        detail: "Nothing was stored. Send it again.",
      });
    case "too_slow":
      return problemResponse({
        status: 408,
        type: "body-too-slow",
        title: `Less than ${PROGRAM_RATE.bytesPerSecond / 1024} KB a second of the body arrived.`,
        detail: "Nothing was stored. Send it again over a faster connection.",
      });
    case "file_missing":
    case "several_files": {
      const detail =
        reason === "file_missing" ? "The part named file is missing." : "Send one file per request.";
      return depositRefused([{ type: "field_missing", field: "file", detail }]);
    }
  }
}
