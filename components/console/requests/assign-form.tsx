import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";

interface AssignFormProps {
  colleagues: readonly { id: string; name: string }[];
  assigneeId: string | null;
  viewerId: string;
  /** Receives `assignee`: a colleague's id, or "". */
  assign: (form: FormData) => Promise<void>;
}

/** The form that assigns a request to a colleague, with one button that assigns it to the viewer. */
export async function AssignForm({ colleagues, assigneeId, viewerId, assign }: AssignFormProps) {
  const t = await getTranslations("console.requests");
  return (
    <section className="section">
      <h2>{t("assignTitle")}</h2>
      {assigneeId !== viewerId && (
        <Form action={assign} className="mb-4">
          <input type="hidden" name="assignee" value={viewerId} />
          <SubmitButton>{t("take")}</SubmitButton>
        </Form>
      )}
      <Form action={assign} className="flex flex-wrap items-end gap-3">
        <SelectField
          id="assignee"
          name="assignee"
          label={t("assignee")}
          defaultValue={assigneeId ?? ""}
          className="min-w-0 flex-1"
        >
          <option value="">{t("nobody")}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SubmitButton>{t("assign")}</SubmitButton>
      </Form>
    </section>
  );
}
