import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { SelectField } from "@/components/ui/select-field";
import { LANGUAGES } from "@/lib/language-formats";
import { LOCALES } from "@/lib/languages";
import { HISTORY_CHOICES, RETENTION_MONTHS } from "@/lib/month-settings";
import { wordField } from "@/lib/settings/field-names";
import { SUGGESTED_WORDS, TRADE_TERMS } from "@/lib/trade-words";
import { SettingField, type SettingsForm, SettingsSection } from "./settings-form";

interface InvoicesPageProps {
  forms: Record<"retention" | "formerPortal" | "legalRole" | "words", SettingsForm>;
  /** The months to which everything present is being prolonged; null when that is done. */
  raisedTo: number | null;
}

/** `/console/settings/invoices`: retention, display history, former portal, legal role and the words of the trade. */
export async function InvoiceSettingsPage({ forms, raisedTo }: InvoicesPageProps) {
  const t = await getTranslations("console.settings");
  const { retention, formerPortal, legalRole, words } = forms;
  return (
    <div className="grid gap-8">
      <h1>{t("pages.invoices")}</h1>
      <SettingsSection form={retention} title={t("retention.title")} lead={t("retention.lead")}>
        {raisedTo !== null && (
          <div className="max-w-text">
            <Note tone="info">
              <p>{t("retention.raising", { months: raisedTo })}</p>
            </Note>
          </div>
        )}
        <SettingField
          form={retention}
          name="retentionMonths"
          label={t("retention.months")}
          hint={t("retention.hint", RETENTION_MONTHS)}
        />
        <div className="max-w-form">
          <SelectField
            id="defaultHistoryMonths"
            name="defaultHistoryMonths"
            label={t("retention.history")}
            defaultValue={retention.values.defaultHistoryMonths}
            isKept
          >
            {HISTORY_CHOICES.map((months) => (
              <option key={months} value={months}>
                {t("retention.choice", { months })}
              </option>
            ))}
          </SelectField>
          <p className="mt-1 text-1 text-ink-2">{t("retention.historyHint")}</p>
        </div>
      </SettingsSection>
      <SettingsSection form={formerPortal} title={t("former.title")} lead={t("former.lead")}>
        <SettingField form={formerPortal} name="startsOn" type="date" label={t("former.startsOn")} />
        <SettingField
          form={formerPortal}
          name="formerPortalName"
          label={t("former.name")}
          hint={t("former.nameHint")}
        />
        <SettingField
          form={formerPortal}
          name="formerPortalUrl"
          label={t("former.url")}
          hint={t("former.urlHint")}
        />
      </SettingsSection>
      <SettingsSection form={legalRole} title={t("legalRole.title")} lead={t("legalRole.lead")}>
        <OptionGroup legend={t("legalRole.legend")} isField>
          {(["original", "duplicate"] as const).map((role) => (
            <OptionRow
              key={role}
              name="defaultLegalRole"
              value={role}
              isChecked={legalRole.values.defaultLegalRole === role}
              label={t(`legalRole.${role}`)}
              detail={t(`legalRole.${role}Detail`)}
              isKept
            />
          ))}
        </OptionGroup>
      </SettingsSection>
      <SettingsSection form={words} title={t("words.title")} lead={t("words.lead")}>
        {LOCALES.map((locale) => (
          <fieldset key={locale} className="grid max-w-text gap-x-5 gap-y-4 tablet:grid-cols-2">
            <legend className="mb-2 text-2 font-bold" lang={locale}>
              {LANGUAGES[locale].name}
            </legend>
            {TRADE_TERMS.flatMap((term) =>
              (["one", "other"] as const).map((form) => (
                <SettingField
                  key={`${term} ${form}`}
                  form={words}
                  name={wordField(term, locale, form)}
                  label={t(`words.${term}.${form}`)}
                  suggestions={SUGGESTED_WORDS[locale][term].map((one) => one[form])}
                />
              )),
            )}
          </fieldset>
        ))}
        <p className="text-1 text-ink-2">{t("words.hint")}</p>
      </SettingsSection>
    </div>
  );
}
