import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { SelectField } from "@/components/ui/select-field";
import { formatHour } from "@/lib/dates";
import { ATTACHMENT_MB } from "@/lib/settings/settings-limits";
import { DIRECT_LINK_MONTHS } from "@/lib/tokens/life-spans";
import { SettingField, type SettingsForm, SettingsPart, SettingsSection } from "./settings-form";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface MailsPageProps {
  forms: Record<"sender" | "notifications", SettingsForm>;
  /** The state of the sender's domain. */
  domain: ReactNode;
}

/** `/console/settings/mails`: the sender and its domain, the daily mail, links and attachments. */
export async function MailSettingsPage({ forms: { sender, notifications }, domain }: MailsPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.settings")]);
  return (
    <div className="grid gap-8">
      <h1>{t("pages.mails")}</h1>
      <SettingsSection form={sender} title={t("sender.title")} lead={t("sender.lead")}>
        <SettingField form={sender} name="senderName" label={t("sender.name")} />
        <SettingField form={sender} name="senderAddress" type="email" label={t("sender.address")} />
        <SettingField
          form={sender}
          name="replyTo"
          type="email"
          label={t("sender.replyTo")}
          hint={t("sender.replyToHint")}
        />
      </SettingsSection>
      <SettingsPart id="domain" title={t("domain.title")} lead={t("domain.lead")}>
        {domain}
      </SettingsPart>
      <SettingsSection form={notifications} title={t("notifications.title")} lead={t("notifications.lead")}>
        <div className="max-w-form">
          <SelectField
            id="digestHour"
            name="digestHour"
            label={t("notifications.digestHour")}
            defaultValue={notifications.values.digestHour}
            isKept
          >
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {formatHour(hour, locale)}
              </option>
            ))}
          </SelectField>
        </div>
        <OptionGroup legend={t("notifications.linkOpens")} isField>
          {(["sign_in", "direct"] as const).map((target) => (
            <OptionRow
              key={target}
              name="linkOpens"
              value={target}
              isChecked={notifications.values.linkOpens === target}
              label={t(`notifications.${target}`, { months: DIRECT_LINK_MONTHS })}
              isKept
            />
          ))}
        </OptionGroup>
        <SettingField
          form={notifications}
          name="attachmentMb"
          label={t("notifications.attachment")}
          hint={t("notifications.attachmentHint", ATTACHMENT_MB)}
        />
      </SettingsSection>
      <SettingsPart id="preview" title={t("preview.title")} lead={t("preview.lead")}>
        <LinkButton kind="plain" href="/console/settings/mails/preview">
          {t("preview.open")}
        </LinkButton>
      </SettingsPart>
    </div>
  );
}
