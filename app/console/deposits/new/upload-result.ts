import type { Uploaded } from "@/lib/deposits/deposit-upload";

export const UPLOAD_PAGE = "/console/deposits/new";

/** Why the files of a form were not all read. */
const UPLOAD_REFUSALS = ["file_missing", "truncated", "body_too_large", "too_many_files", "busy"] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

export const isUploadRefusal = (text: string | undefined): text is UploadRefusal =>
  UPLOAD_REFUSALS.some((one) => one === text);

/** The page after an upload: the correction when one file was sent and refused, else the form with the result. */
export function resultHref(uploaded: readonly Uploaded[]): string {
  const [only] = uploaded;
  return uploaded.length === 1 && only?.refusedId ? `/console/deposits/${only.refusedId}` : UPLOAD_PAGE;
}
