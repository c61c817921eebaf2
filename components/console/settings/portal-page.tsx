import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field-frame";
import { KeptInput } from "@/components/ui/kept-input";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { LANGUAGES } from "@/lib/language-formats";
import { LOCALES } from "@/lib/languages";
import { hoursField, languageField } from "@/lib/settings/field-names";
import { isBrandColor, readBrandColor } from "@/lib/suppliers/accent";
import { SHARE_DAYS } from "@/lib/tokens/life-spans";
import { ContrastCheck } from "./contrast-check";
import { SettingField, type SettingsForm, SettingsPart, SettingsSection } from "./settings-form";

interface PortalPageProps {
  forms: Record<
    "identity" | "company" | "contact" | "languages" | "recoveryAnswer" | "sharing",
    SettingsForm
  >;
  /** The colour that pages show now. */
  brandColor: string;
  logo: ReactNode;
}

/** `/console/settings`: name, colour, logo, legal notice, contacts, languages, the answer of the recovery page and sharing. */
export async function PortalPage({ forms, brandColor, logo }: PortalPageProps) {
  const t = await getTranslations("console.settings");
  const { identity, company, contact, languages, recoveryAnswer, sharing } = forms;
  const languagesError = languages.errors[languageField(LOCALES[0])];
  const typedColor = readBrandColor(identity.values.brandColor ?? "");
  return (
    <div className="grid gap-8">
      <h1>{t("pages.portal")}</h1>
      <SettingsSection form={identity} title={t("identity.title")} lead={t("identity.lead")}>
        <SettingField form={identity} name="name" label={t("identity.name")} />
        <SettingField
          form={identity}
          name="brandColor"
          label={t("identity.color")}
          hint={t("identity.colorHint")}
        />
        <ColorCheck color={isBrandColor(typedColor) ? typedColor : brandColor} />
      </SettingsSection>
      <SettingsPart id="logo" title={t("logo.title")} lead={t("logo.lead")}>
        {logo}
      </SettingsPart>
      <SettingsSection form={company} title={t("company.title")} lead={t("company.lead")}>
        <SettingField form={company} name="legalName" label={t("company.legalName")} />
        <SettingField form={company} name="address" label={t("company.address")} rows={3} />
        <SettingField form={company} name="siren" label="SIREN" hint={t("company.sirenHint")} />
        <SettingField form={company} name="vatNumber" label={t("company.vatNumber")} />
        <SettingField
          form={company}
          name="publisher"
          label={t("company.publisher")}
          hint={t("company.publisherHint")}
        />
      </SettingsSection>
      <SettingsSection form={contact} title={t("contact.title")} lead={t("contact.lead")}>
        <SettingField form={contact} name="contactEmail" type="email" label={t("contact.email")} />
        <SettingField form={contact} name="contactPhone" label={t("contact.phone")} />
        {LOCALES.map((locale) => (
          <SettingField
            key={locale}
            form={contact}
            name={hoursField(locale)}
            label={t("contact.hours", { language: LANGUAGES[locale].name })}
          />
        ))}
      </SettingsSection>
      <SettingsSection form={languages} title={t("languages.title")} lead={t("languages.lead")}>
        <fieldset className="max-w-form" aria-describedby={languagesError && "languages-error"}>
          <legend className="mb-2 text-2 font-medium">{t("languages.offered")}</legend>
          {languagesError && <FieldError id="languages-error">{languagesError}</FieldError>}
          <div className="border-t border-line">
            {LOCALES.map((locale) => (
              <label key={locale} className="option-row" lang={locale}>
                <KeptInput
                  type="checkbox"
                  name={languageField(locale)}
                  value="yes"
                  defaultChecked={languages.values[languageField(locale)] === "yes"}
                />
                <span className="font-medium">{LANGUAGES[locale].name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </SettingsSection>
      <SettingsSection form={recoveryAnswer} title={t("recovery.title")} lead={t("recovery.lead")}>
        <OptionGroup legend={t("recovery.legend")} isField>
          {(["explicit", "neutral"] as const).map((answer) => (
            <OptionRow
              key={answer}
              name="recoveryAnswer"
              value={answer}
              isChecked={recoveryAnswer.values.recoveryAnswer === answer}
              label={t(`recovery.${answer}`)}
              detail={t(`recovery.${answer}Detail`)}
              isKept
            />
          ))}
        </OptionGroup>
      </SettingsSection>
      <SettingsSection form={sharing} title={t("sharing.title")} lead={t("sharing.lead")}>
        <OptionGroup legend={t("sharing.legend")} isField>
          {(["yes", "no"] as const).map((answer) => (
            <OptionRow
              key={answer}
              name="allowsSharing"
              value={answer}
              isChecked={sharing.values.allowsSharing === answer}
              label={t(`sharing.${answer}`)}
              detail={t(`sharing.${answer}Detail`, { days: SHARE_DAYS })}
              isKept
            />
          ))}
        </OptionGroup>
      </SettingsSection>
    </div>
  );
}

async function ColorCheck({ color }: { color: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.settings.contrast")]);
  const wordsOf = (name: "raw_link" | "light_link" | "dark_link" | "button") => ({
    title: t(`${name}.title`),
    detail: t(`${name}.detail`, { color: "{color}" }),
  });
  return (
    <div>
      <ContrastCheck
        field="brandColor"
        color={color}
        words={{
          caption: t("caption"),
          sample: t("sample"),
          uses: {
            raw_link: wordsOf("raw_link"),
            light_link: wordsOf("light_link"),
            dark_link: wordsOf("dark_link"),
            button: wordsOf("button"),
          },
          decimalMark: LANGUAGES[locale].decimalMark,
          enough: t("enough"),
          tooLow: t("tooLow"),
        }}
      />
      <p className="mt-2 text-1 text-ink-2">{t("note")}</p>
    </div>
  );
}
