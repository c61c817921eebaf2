import { getTranslations } from "next-intl/server";
import { descriptionOf, FieldFrame } from "@/components/ui/field-frame";
import { Icon } from "@/components/ui/icon";
import { KeptInput } from "@/components/ui/kept-input";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";

export type FirstAccessKind = "default_password" | "invitation";

interface FirstAccessFieldsProps {
  chosen: FirstAccessKind;
  /** A new default password, which the administrator may keep or replace. */
  proposal: string;
  error?: string | undefined;
}

/** The choice of the first access, by default password or invitation: `access`. */
export async function FirstAccessChoice({ chosen }: { chosen: FirstAccessKind }) {
  const t = await getTranslations("admin.firstAccess");
  return (
    <OptionGroup legend={t("legend")} isField>
      <OptionRow
        name="access"
        value="default_password"
        isKept
        isChecked={chosen === "default_password"}
        label={t("defaultPassword")}
        detail={t("defaultPasswordDetail")}
      />
      <OptionRow
        name="access"
        value="invitation"
        isKept
        isChecked={chosen === "invitation"}
        label={t("invitation")}
        detail={t("invitationDetail", { days: FIRST_ACCESS_DAYS })}
      />
    </OptionGroup>
  );
}

/** The fields of the first access: `access` and, with a default password, `password`. The form needs class `group`. */
export async function FirstAccessFields({ chosen, proposal, error }: FirstAccessFieldsProps) {
  const t = await getTranslations("admin.firstAccess");
  return (
    <>
      <FirstAccessChoice chosen={chosen} />
      <FieldFrame
        id="password"
        label={t("password")}
        hint={t("passwordHint", { min: PASSWORD_MIN_LENGTH })}
        error={error}
        className="group-has-[[value=invitation]:checked]:hidden"
      >
        <div className="input-group">
          <KeptInput
            className="input font-mono"
            id="password"
            name="password"
            defaultValue={proposal}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={descriptionOf({ id: "password", error, hint: true })}
          />
          <button className="button whitespace-nowrap" name="proposeAnother" value="yes">
            <Icon name="refresh" />
            <span className="max-desk:sr-only">{t("another")}</span>
          </button>
        </div>
      </FieldFrame>
    </>
  );
}
