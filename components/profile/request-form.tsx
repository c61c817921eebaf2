import { getLocale, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { Section } from "@/components/ui/section";
import { TextArea } from "@/components/ui/text-area";
import { formatInstant } from "@/lib/dates";
import { type Preference, PREFERENCES } from "@/lib/preferences";
import { MESSAGE_LENGTH } from "@/lib/requests/request-limits";
import { DIRECT_LINK_MONTHS } from "@/lib/tokens/life-spans";

export const REQUEST_REFUSALS = [
  "nothing_asked",
  "not_an_address",
  "too_long",
  "as_it_is",
  "too_many_open",
  "too_many_today",
] as const;

/** The reason why a request was refused, and the typed entries. */
export interface RequestAnswer {
  refusal: { reason: (typeof REQUEST_REFUSALS)[number] } | { reason: "already_asked"; askedAt: Date };
  typed: { email: string; preference: string; message: string };
}

interface RequestFormProps {
  answer: RequestAnswer | null;
  /** The recorded preference. */
  current: Preference;
  timeZone: string;
  ask: (form: FormData) => Promise<void>;
}

/** « Demander une modification »: the customer's request to change the settings; the adviser decides (R20). */
export async function RequestForm({ answer, current, timeZone, ask }: RequestFormProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("notifications")]);
  const { email = "", preference = "", message = "" } = answer?.typed ?? {};
  const words = answer && refusalText(answer.refusal);
  const isAbout = (field: "email" | "message") =>
    (answer?.refusal.reason === "not_an_address" && field === "email") ||
    (answer?.refusal.reason === "too_long" && field === "message");
  return (
    <Section title={t("requestTitle")}>
      <Form action={ask} id="request" className="grid gap-6">
        {words && (
          <Note tone="bad" title={t("refusedTitle")}>
            <p>{words}</p>
          </Note>
        )}
        <p className="text-2 text-ink-2">{t("requestLead")}</p>
        <div className="max-w-form">
          <Field
            id="email"
            name="email"
            type="email"
            label={t("newAddress")}
            autoComplete="off"
            defaultValue={email}
            error={isAbout("email") && words ? words : undefined}
          />
        </div>
        <OptionGroup legend={t("newPreference")} isField>
          <OptionRow
            name="preference"
            value=""
            isChecked={!PREFERENCES.some((known) => known === preference)}
            label={t("unchanged")}
          />
          {PREFERENCES.map((known) => (
            <OptionRow
              key={known}
              name="preference"
              value={known}
              isChecked={known === preference}
              label={t(`preferences.${known}`)}
              detail={t(`meanings.${known}`, { months: DIRECT_LINK_MONTHS })}
              aside={known === current && t("current")}
            />
          ))}
        </OptionGroup>
        <TextArea
          id="message"
          name="message"
          label={t("message")}
          hint={t("messageHint", { length: MESSAGE_LENGTH })}
          maxLength={MESSAGE_LENGTH}
          defaultValue={message}
          error={isAbout("message") && words ? words : undefined}
        />
        <Actions>
          <SubmitButton kind="main">{t("send")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );

  function refusalText(refusal: RequestAnswer["refusal"]): string {
    return refusal.reason === "already_asked"
      ? t("alreadyAsked", { when: formatInstant(refusal.askedAt, locale, timeZone) })
      : t(`refusals.${refusal.reason}`, { length: MESSAGE_LENGTH });
  }
}
