import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import { NOTE_LENGTH } from "@/lib/accounts/one/notes/note-length";
import type { AccountFormResult } from "./account-form-result";
import { ActionBox, Consequences } from "./action-box";

interface AddNoteProps {
  formResult: AccountFormResult;
  /** The action that the page opens. */
  open: string;
  /** Receives `note`. */
  addNote: (form: FormData) => Promise<void>;
}

/** « Ajouter une note »: the form of a note that colleagues see and the customer never sees. */
export async function AddNote({ formResult, open, addNote }: AddNoteProps) {
  const t = await getTranslations("console.account.notes");
  const refused = formResult.refused("note");
  return (
    <ActionBox id="note" title={t("add")} hint={t("addHint")} isOpen={open === "note" || refused !== null}>
      <Form action={addNote} className="grid gap-4">
        <TextArea
          id="note-text"
          name="note"
          label={t("text")}
          defaultValue={formResult.typed.note ?? ""}
          maxLength={NOTE_LENGTH}
          error={refused ?? undefined}
        />
        <Consequences lines={[{ when: t("now"), what: t("consequence") }]} />
        <Actions>
          <SubmitButton kind="main">{t("save")}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
