import { LOCALES } from "@/lib/languages";
import { languageField } from "@/lib/settings/field-names";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";

/** The languages that the supplier's pages offer. */
export const languages: SettingsSection = {
  fields: LOCALES.map(languageField),
  show: ({ languages: offered }) =>
    Object.fromEntries(
      LOCALES.map((locale) => [languageField(locale), offered.includes(locale) ? "yes" : ""]),
    ),
  read(typed) {
    const reader = new FieldReader(typed);
    const offered = LOCALES.filter((locale) => reader.text(languageField(locale)) === "yes");
    reader.check(languageField(LOCALES[0]), offered.length > 0, "missing");
    return reader.result({ languages: offered });
  },
};
