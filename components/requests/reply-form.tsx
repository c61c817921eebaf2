import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-area";
import { isEnded, type RequestState } from "@/lib/request-choices";
import { MESSAGE_LENGTH } from "@/lib/requests/request-limits";
import type { WritingRefusal } from "./question-form";

interface ReplyFormProps {
  /** The id of the text field, unique on the page. */
  id: string;
  state: RequestState;
  refusal: WritingRefusal | null;
  /** Receives `text`. */
  reply: (form: FormData) => Promise<void>;
  /** « C'est réglé »: closes the request. */
  close: () => Promise<void>;
}

/** The form of a further message by the customer, and the button that closes the request. */
export async function ReplyForm({ id, state, refusal, reply, close }: ReplyFormProps) {
  const t = await getTranslations("requests");
  const words = refusal && t(`refusals.${refusal.reason}`, { length: MESSAGE_LENGTH });
  return (
    <div className="grid gap-3">
      <Form action={reply} className="grid gap-3">
        {words && (
          <Note tone="bad" title={t("notSent")}>
            <p>{words}</p>
          </Note>
        )}
        <TextArea
          id={id}
          name="text"
          label={t("reply")}
          hint={isEnded(state) ? t("replyReopens") : undefined}
          rows={3}
          maxLength={MESSAGE_LENGTH}
          defaultValue={refusal?.typed.text ?? ""}
        />
        <Actions>
          <SubmitButton kind={state === "answered" ? "main" : "plain"}>{t("send")}</SubmitButton>
        </Actions>
      </Form>
      {!isEnded(state) && (
        <Form action={close}>
          <button className="tap-link text-2">{t("settled")}</button>
        </Form>
      )}
    </div>
  );
}
