import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import type { AccountFormResult } from "../account-form-result";
import { ActionBox, Consequences } from "../action-box";
import { RefusedNote } from "../refused-note";

interface WithdrawFormProps {
  /** The number of the invoice that the page shows, else "". */
  number: string;
  formResult: AccountFormResult;
  open: string;
  /** Receives `invoice`, a number, and `reason`. */
  withdraw: (form: FormData) => Promise<void>;
}

/** « Retirer cette facture »: the form that withdraws an invoice that reached the wrong customer. */
export async function WithdrawForm({ number, formResult, open, withdraw }: WithdrawFormProps) {
  const t = await getTranslations("console.account.withdraw");
  const refused = formResult.refused("withdraw");
  const typed = refused ? formResult.typed : {};
  return (
    <ActionBox
      id="withdraw"
      title={t("title")}
      hint={t("hint")}
      isOpen={open === "withdraw" || refused !== null}
    >
      <Form action={withdraw} className="grid gap-4">
        <RefusedNote refused={refused} />
        <Field
          id="withdraw-invoice"
          name="invoice"
          label={t("invoice")}
          hint={t("invoiceHint")}
          defaultValue={typed.invoice ?? number}
          autoComplete="off"
        />
        <TextArea
          id="withdraw-reason"
          name="reason"
          label={t("reason")}
          rows={2}
          defaultValue={typed.reason ?? ""}
        />
        <Consequences
          lines={[
            { when: t("now"), what: t("nowWhat") },
            { when: t("then"), what: t("thenWhat") },
            { when: t("kept"), what: t("keptWhat") },
          ]}
        />
        <Actions>
          <SubmitButton kind="danger">{t("submit")}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
