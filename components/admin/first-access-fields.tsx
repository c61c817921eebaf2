import { getTranslations } from "next-intl/server";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OptionRow } from "@/components/ui/option-row";

export type FirstAccessKind = "default_password" | "invitation";

type FirstAccessFieldsProps = {
  chosen: FirstAccessKind;
  /** A fresh default password, to keep or to write over. */
  proposal: string;
  error?: string | undefined;
};

/** How somebody comes in first: `access`, and with a default password, `password`. Its form is a `group`. */
export async function FirstAccessFields({ chosen, proposal, error }: FirstAccessFieldsProps) {
  const t = await getTranslations("admin.firstAccess");
  return (
    <>
      <fieldset>
        <legend className="mb-2 text-2 font-medium">{t("legend")}</legend>
        <div className="border-t border-line">
          <OptionRow
            name="access"
            value="default_password"
            isChecked={chosen === "default_password"}
            label={t("defaultPassword")}
            detail={t("defaultPasswordDetail")}
          />
          <OptionRow
            name="access"
            value="invitation"
            isChecked={chosen === "invitation"}
            label={t("invitation")}
            detail={t("invitationDetail")}
          />
        </div>
      </fieldset>
      <div className="field group-has-[[value=invitation]:checked]:hidden">
        <label className="text-2 font-medium" htmlFor="password">
          {t("password")}
        </label>
        {error && <FieldError id="password-error">{error}</FieldError>}
        <div className="in-group">
          <input
            className="in font-mono"
            id="password"
            name="password"
            defaultValue={proposal}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error ? "password-error password-hint" : "password-hint"}
          />
          <button className="btn whitespace-nowrap" name="another" value="yes" formNoValidate>
            <Icon name="refresh" />
            {t("another")}
          </button>
        </div>
        <p className="text-1 text-ink-2" id="password-hint">
          {t("passwordHint")}
        </p>
      </div>
    </>
  );
}
