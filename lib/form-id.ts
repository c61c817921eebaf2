import { randomUUID } from "node:crypto";
import { isUuid } from "@/lib/uuid";

/** The hidden field of every form with its random id (`components/ui/form.tsx`). */
export const FORM_ID_FIELD = "formId";

/** Makes the id of one form on one page. */
export const newFormId = (): string => randomUUID();

/** Returns the id of a sent form; null when it has none. */
export function readFormId(form: FormData): string | null {
  const id = form.get(FORM_ID_FIELD);
  return typeof id === "string" && isUuid(id) ? id : null;
}
