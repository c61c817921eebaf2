import { FILE_LIMIT_BYTES } from "@/lib/formats/file-limit";
import type { FormFileLimits } from "@/lib/http/read-multipart-files";

/** What one form of the console may bring. Larger deliveries are for the API. */
export const UPLOAD_LIMITS: FormFileLimits = {
  file: FILE_LIMIT_BYTES,
  files: 20,
  body: 100 * 1024 * 1024,
};

/** What became of one file of the form. */
export type UploadOutcome = "created" | "already_there" | "refused" | "too_large";
