import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { ACTIVATION_DAYS } from "@/lib/tokens/life-spans";
import type { AccountFormResult } from "../account-form-result";
import { ActionBox, Consequences } from "../action-box";
import { RefusedNote } from "../refused-note";

const MAX_NAMED_INVOICES = 5;

interface ResendFormProps {
  address: string | null;
  /** The numbers of the missed invoices: the mails about them did not arrive (`findMissed`). */
  missed: readonly string[];
  /** Whether mails to the address are stopped. Then nothing can be sent until the address is changed. */
  isAddressStopped: boolean;
  /** Whether the activation mail can be sent, because nobody of the account has chosen a password yet. */
  canActivate: boolean;
  formResult: AccountFormResult;
  open: string;
  /** Receives `what`. */
  resend: (form: FormData) => Promise<void>;
}

/**
 * « Renvoyer »: sends the activation again, or all missed invoices in one mail. A single invoice is sent again from the
 * list of invoices.
 */
export async function ResendForm(props: ResendFormProps) {
  const { address, isAddressStopped, missed, canActivate, formResult, open, resend } = props;
  const [t, words, refusals] = await Promise.all([
    getTranslations("console.account.resend"),
    getTranslations("console.account.settings"),
    getTranslations("console.account.refused"),
  ]);
  const refused = formResult.refused("resend");
  const to = address ?? t("noAddress");
  const count = missed.length;
  const numbers = missed.slice(0, MAX_NAMED_INVOICES).join(", ");
  return (
    <ActionBox
      id="resend"
      title={t("title")}
      hint={t("hint", { count, activation: canActivate ? "yes" : "no" })}
      isOpen={open === "resend" || refused !== null}
    >
      <RefusedNote refused={refused} />
      {isAddressStopped && <p className="text-2 text-warn">{refusals("address_stopped")}</p>}
      {canActivate && !isAddressStopped && (
        <Form action={resend} className="grid gap-4">
          <input type="hidden" name="what" value="activation" />
          <Consequences
            lines={[
              { when: words("now"), what: t("activationNow", { address: to, days: ACTIVATION_DAYS }) },
              { when: words("unchanged"), what: t("activationUnchanged") },
            ]}
          />
          <Actions>
            <SubmitButton>{t("activation")}</SubmitButton>
          </Actions>
        </Form>
      )}
      {count === 0 && <p className="text-2 text-ink-2">{t("missedNone")}</p>}
      {count > 0 && !isAddressStopped && (
        <Form action={resend} className="grid gap-4">
          <input type="hidden" name="what" value="missed" />
          <Consequences
            lines={[
              {
                when: words("now"),
                what: t("missedNow", {
                  address: to,
                  count,
                  numbers: count > MAX_NAMED_INVOICES ? `${numbers}…` : numbers,
                }),
              },
            ]}
          />
          <Actions>
            <SubmitButton kind="main">{t("missed")}</SubmitButton>
          </Actions>
        </Form>
      )}
    </ActionBox>
  );
}
