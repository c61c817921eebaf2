import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { LANGUAGES } from "@/lib/language-formats";
import type { Locale } from "@/lib/languages";

interface LanguageFieldProps {
  /** The languages that the supplier's pages offer. Nothing is asked when there is only one. */
  offered: readonly Locale[];
  chosen: Locale;
}

/** The language of the people who get access: `locale`. Their pages, mails and the message to send are in it. */
export async function LanguageField({ offered, chosen }: LanguageFieldProps) {
  const t = await getTranslations("admin.new");
  if (offered.length < 2) return <input type="hidden" name="locale" value={chosen} />;
  return (
    <SelectField id="locale" name="locale" label={t("language")} defaultValue={chosen} isKept>
      {offered.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {LANGUAGES[locale].name}
        </option>
      ))}
    </SelectField>
  );
}
