import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

interface AssignFormProps {
  colleagues: readonly { id: string; name: string }[];
  assigneeId: string | null;
  viewerId: string;
  /** Receives `assignee`: a colleague's id, or "". */
  assign: (form: FormData) => Promise<void>;
}

/** Who takes care of a request: the viewer with one button, or a colleague. */
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
        <div className="field min-w-0 flex-1">
          <label className="text-2 font-medium" htmlFor="assignee">
            {t("assignee")}
          </label>
          <select className="input" id="assignee" name="assignee" defaultValue={assigneeId ?? ""}>
            <option value="">{t("nobody")}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <SubmitButton>{t("assign")}</SubmitButton>
      </Form>
    </section>
  );
}
