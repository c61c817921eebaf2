"use server";

import { refuse, say } from "@/lib/actions/answer";
import { supplierManagerAction } from "@/lib/actions/wrappers";
import { dismissRefusedFile } from "@/lib/deposits/dismiss-refused-file";
import { depositPath } from "./deposit-path";

/** « Écarter ». */
export const dismissFileAction = supplierManagerAction({}, async ({ viewer }, _typed, id: string) => {
  const dismissed = await dismissRefusedFile(viewer, id);
  if (!dismissed.ok) return refuse(depositPath(id), dismissed);
  return say("/console/deposits", { dismissed: dismissed.fileName });
});
