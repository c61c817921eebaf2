import { and, eq } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { FormFile } from "@/lib/http/read-multipart-files";
import { sha256Hex } from "@/lib/sha256";
import type { UploadOutcome } from "./console-upload";
import { depositInvoice } from "./deposit-invoice";

/** What became of a file, and the page that shows it: the deposit, or the refused file. */
export interface Uploaded {
  fileName: string;
  outcome: UploadOutcome;
  /** The id of the refused file; null when there is none to correct. */
  refusedId: string | null;
}

/** Deposits a file that a manager uploaded. Metadata is asked for afterwards, only when the file was refused. */
export async function depositUpload(viewer: Manager, { fileName, bytes }: FormFile): Promise<Uploaded> {
  if (bytes === null) return { fileName, outcome: "too_large", refusedId: null };
  const result = await depositInvoice(viewer, { fileName, bytes }, {}, { dryRun: false });
  if (result.ok && result.outcome !== "dry_run")
    return { fileName, outcome: result.outcome, refusedId: null };
  return { fileName, outcome: "refused", refusedId: await findRefusedId(viewer, sha256Hex(bytes)) };
}

async function findRefusedId(viewer: Manager, sha256: string): Promise<string | null> {
  const [row] = await withViewer(viewer, (tx) =>
    tx
      .select({ id: refusedFiles.id })
      .from(refusedFiles)
      .where(and(eq(refusedFiles.supplierId, viewer.supplierId), eq(refusedFiles.sha256, sha256))),
  );
  return row?.id ?? null;
}
