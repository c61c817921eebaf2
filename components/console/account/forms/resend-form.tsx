import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { ACTIVATION_DAYS } from "@/lib/tokens/life-spans";
import { ActionBox, Consequences } from "../action-box";
import type { ActionNews } from "../action-news";

const NAMED = 5;

interface ResendFormProps {
  address: string | null;
  /** The numbers of what was missed since the proposed day. */
  missed: readonly string[];
  since: string;
  /** Whether somebody of the account still has to activate it. */
  canActivate: boolean;
  news: ActionNews;
  open: string;
  /** Receives `what`, and `since` for what was missed. */
  resend: (form: FormData) => Promise<void>;
}

/** « Renvoyer »: the activation, or what was missed, in one mail. One invoice is sent again from the list of invoices. */
export async function ResendForm(props: ResendFormProps) {
  const { address, missed, since, canActivate, news, open, resend } = props;
  const [t, a] = await Promise.all([
    getTranslations("console.account.resend"),
    getTranslations("console.account"),
  ]);
  const refused = news.refused("resend");
  const to = address ?? t("noAddress");
  const numbers = missed.slice(0, NAMED).join(", ");
  return (
    <ActionBox id="resend" title={t("title")} hint={t("hint")} isOpen={open === "resend" || refused !== null}>
      {refused && (
        <Note tone="bad" title={a("refusedTitle")}>
          <p>{refused}</p>
        </Note>
      )}
      {canActivate && (
        <Form action={resend} className="grid gap-4">
          <input type="hidden" name="what" value="activation" />
          <Consequences
            lines={[
              {
                when: a("settings.now"),
                what: t("activationNow", { address: to, days: ACTIVATION_DAYS }),
              },
              { when: a("settings.unchanged"), what: t("activationUnchanged") },
            ]}
          />
          <Actions>
            <SubmitButton>{t("activation")}</SubmitButton>
          </Actions>
        </Form>
      )}
      <Form action={resend} className="grid gap-4">
        <input type="hidden" name="what" value="missed" />
        <Field
          id="missed-since"
          name="since"
          label={t("since")}
          type="date"
          defaultValue={news.typed.since ?? since}
        />
        <Consequences
          lines={[
            {
              when: a("settings.now"),
              what:
                missed.length === 0
                  ? t("missedNone")
                  : t("missedNow", {
                      address: to,
                      count: missed.length,
                      numbers: missed.length > NAMED ? `${numbers}…` : numbers,
                    }),
            },
          ]}
        />
        <Actions>
          <SubmitButton>{t("missed")}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
