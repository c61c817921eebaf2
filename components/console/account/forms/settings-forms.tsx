import { getTranslations } from "next-intl/server";
import type { Consequence } from "@/components/console/consequence-list";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";
import type { AccountFormResult } from "../account-form-result";
import { ActionBox, Consequences } from "../action-box";
import { RefusedNote } from "../refused-note";

interface SettingsFormsProps {
  account: OpenedAccount;
  formResult: AccountFormResult;
  /** The action that the page opens. */
  open: string;
  /** Receives `setting` and its value. */
  set: (form: FormData) => Promise<void>;
}

/** The forms « Préférence de notification » and « Canal ». */
export async function SettingsForms({ account, formResult, open, set }: SettingsFormsProps) {
  const [t, preferences] = await Promise.all([
    getTranslations("console.account.settings"),
    getTranslations("notifications.preferences"),
  ]);
  const common = { formResult, open, set, save: t("save") };
  return (
    <>
      <SettingForm
        name="preference"
        title={t("preference")}
        hint={preferences(account.preference)}
        choices={PREFERENCES.map((value) => ({ value, label: preferences(value) }))}
        current={account.preference}
        lines={[
          { when: t("next"), what: t("preferenceNext") },
          { when: t("unchanged"), what: `${t("preferenceUnchanged")} ${t("preferenceErp")}` },
        ]}
        {...common}
      />
      <SettingForm
        name="channel"
        title={t("channel")}
        hint={t("channelOf", { channel: account.channel })}
        choices={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
        current={account.channel}
        lines={[
          account.channel === "paper"
            ? { when: t("toElectronic"), what: t("toElectronicWhat") }
            : { when: t("toPaper"), what: t("toPaperWhat") },
          { when: t("unchanged"), what: t("preferenceErp") },
        ]}
        {...common}
      />
    </>
  );
}

interface SettingFormProps extends Omit<SettingsFormsProps, "account"> {
  name: "preference" | "channel";
  title: string;
  hint: string;
  choices: readonly { value: string; label: string }[];
  current: string;
  lines: readonly Consequence[];
  save: string;
}

function SettingForm(props: SettingFormProps) {
  const { name, title, hint, choices, current, lines, formResult, open, set, save } = props;
  const refused = formResult.refused(name);
  return (
    <ActionBox id={name} title={title} hint={hint} isOpen={open === name || refused !== null}>
      <Form action={set} className="grid gap-4">
        <RefusedNote refused={refused} />
        <input type="hidden" name="setting" value={name} />
        <OptionGroup legend={title} isField>
          {choices.map(({ value, label }) => (
            <OptionRow key={value} name={name} value={value} isChecked={value === current} label={label} />
          ))}
        </OptionGroup>
        <Consequences lines={lines} />
        <Actions>
          <SubmitButton kind="main">{save}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
