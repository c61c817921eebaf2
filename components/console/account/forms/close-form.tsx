import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { AccountFormResult } from "../account-form-result";
import { ActionBox, Consequences } from "../action-box";
import { RefusedNote } from "../refused-note";

interface CloseFormProps {
  state: "open" | "closing";
  formResult: AccountFormResult;
  open: string;
  /** Receives `setting`. */
  set: (form: FormData) => Promise<void>;
}

/** The form that closes an account (« Clore l’espace »), or opens it again while it is being closed. */
export async function CloseForm({ state, formResult, open, set }: CloseFormProps) {
  const t = await getTranslations("console.account.close");
  const refused = formResult.refused("state");
  const isOpen = state === "open";
  return (
    <ActionBox
      id="close"
      title={t(isOpen ? "title" : "reopen")}
      hint={t(isOpen ? "hint" : "reopenHint")}
      isOpen={open === "close" || refused !== null}
    >
      <Form action={set} className="grid gap-4">
        <RefusedNote refused={refused} />
        <input type="hidden" name="setting" value={isOpen ? "closing" : "open"} />
        <Consequences
          lines={
            isOpen
              ? [
                  { when: t("now"), what: t("nowWhat") },
                  { when: t("then"), what: t("thenWhat") },
                  { when: t("undo"), what: t("undoWhat") },
                ]
              : [{ when: t("now"), what: t("reopenWhat") }]
          }
        />
        <Actions>
          <SubmitButton kind={isOpen ? "danger" : "plain"}>
            {t(isOpen ? "submit" : "reopenSubmit")}
          </SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
