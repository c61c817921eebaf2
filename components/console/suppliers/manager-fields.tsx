import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { LOCALES } from "@/lib/languages";

interface ManagerFieldsProps {
  names: { name: string; email: string };
  typed: Readonly<Record<string, string>>;
  locale: string;
  errors: { name: string | undefined; email: string | undefined };
}

/** The fields for a supplier's first manager: name, address, and the language of the invitation. */
export async function ManagerFields({ names, typed, locale, errors }: ManagerFieldsProps) {
  const t = await getTranslations("console.suppliers.new");
  return (
    <>
      <Field
        id={names.name}
        name={names.name}
        label={t("managerName")}
        error={errors.name}
        autoComplete="off"
        defaultValue={typed[names.name] ?? ""}
        isKept
      />
      <Field
        id={names.email}
        name={names.email}
        type="email"
        label={t("managerEmail")}
        error={errors.email}
        autoComplete="off"
        defaultValue={typed[names.email] ?? ""}
        isKept
      />
      <SelectField
        id="locale"
        name="locale"
        label={t("language")}
        defaultValue={typed.locale ?? locale}
        isKept
      >
        {LOCALES.map((one) => (
          <option key={one} value={one}>
            {t(`languages.${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
