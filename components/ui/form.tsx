import type { ComponentProps } from "react";
import { FORM_ID_FIELD, newFormId } from "@/lib/form-id";

/**
 * A form that posts to an action. The server checks the form and reports all errors at once, in the reader’s language,
 * so the browser does not check it. Because of its random id, the form may be sent twice
 * (`lib/actions/answer-once.ts`).
 */
export function Form({ children, ...form }: ComponentProps<"form">) {
  return (
    <form noValidate {...form}>
      <FormId />
      {children}
    </form>
  );
}

/** The random id of a form. */
export function FormId() {
  return <input type="hidden" name={FORM_ID_FIELD} value={newFormId()} />;
}
