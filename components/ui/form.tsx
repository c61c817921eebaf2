import type { ComponentProps } from "react";
import { FORM_ID_FIELD, newFormId } from "@/lib/form-id";

/** A form that posts to an action. Its random id lets it be sent twice (`lib/actions/answer-once.ts`). */
export function Form({ children, ...form }: ComponentProps<"form">) {
  return (
    <form {...form}>
      <FormId />
      {children}
    </form>
  );
}

/** The random id of a form. */
export function FormId() {
  return <input type="hidden" name={FORM_ID_FIELD} value={newFormId()} />;
}
