import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import { CHANNELS, PREFERENCES } from "@/lib/preferences";
import { ActionBox, Consequences } from "../action-box";
import type { ActionNews } from "../action-news";
import { RefusedNote } from "../refused-note";

interface SettingsFormsProps {
  account: OpenedAccount;
  news: ActionNews;
  /** The action that the page opens. */
  open: string;
  /** Receives `setting` and its value. */
  set: (form: FormData) => Promise<void>;
}

/** « Préférence de notification » and « Canal ». */
export async function SettingsForms({ account, news, open, set }: SettingsFormsProps) {
  const [t, preferences] = await Promise.all([
    getTranslations("console.account.settings"),
    getTranslations("notifications.preferences"),
  ]);
  const isOpen = (id: string) => open === id || news.refused(id) !== null;
  return (
    <>
      <ActionBox
        id="preference"
        title={t("preference")}
        hint={preferences(account.preference)}
        isOpen={isOpen("preference")}
      >
        <Form action={set} className="grid gap-4">
          <RefusedNote refused={news.refused("preference")} />
          <input type="hidden" name="setting" value="preference" />
          <OptionGroup legend={t("preference")} isField>
            {PREFERENCES.map((one) => (
              <OptionRow
                key={one}
                name="preference"
                value={one}
                isChecked={one === account.preference}
                label={preferences(one)}
              />
            ))}
          </OptionGroup>
          <Consequences
            lines={[
              { when: t("next"), what: t("preferenceNext") },
              { when: t("unchanged"), what: `${t("preferenceUnchanged")} ${t("preferenceErp")}` },
            ]}
          />
          <Actions>
            <SubmitButton kind="main">{t("save")}</SubmitButton>
          </Actions>
        </Form>
      </ActionBox>
      <ActionBox
        id="channel"
        title={t("channel")}
        hint={t("channelOf", { channel: account.channel })}
        isOpen={isOpen("channel")}
      >
        <Form action={set} className="grid gap-4">
          <RefusedNote refused={news.refused("channel")} />
          <input type="hidden" name="setting" value="channel" />
          <OptionGroup legend={t("channel")} isField>
            {CHANNELS.map((one) => (
              <OptionRow
                key={one}
                name="channel"
                value={one}
                isChecked={one === account.channel}
                label={t(`channels.${one}`)}
              />
            ))}
          </OptionGroup>
          <Consequences
            lines={[
              account.channel === "paper"
                ? { when: t("toElectronic"), what: t("toElectronicWhat") }
                : { when: t("toPaper"), what: t("toPaperWhat") },
              { when: t("unchanged"), what: t("preferenceErp") },
            ]}
          />
          <Actions>
            <SubmitButton kind="main">{t("save")}</SubmitButton>
          </Actions>
        </Form>
      </ActionBox>
    </>
  );
}
