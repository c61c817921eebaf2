import { getTranslations } from "next-intl/server";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { Note } from "@/components/ui/note";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";

/** The summary of a refused password, with a link from each fault to its field. */
export async function PasswordErrors({ problems, isConfirmationDifferent }: PasswordEntries) {
  const t = await getTranslations("password");
  if (problems.length === 0 && !isConfirmationDifferent) return null;
  return (
    <Note tone="bad" title={t("notSaved")}>
      {problems.map((problem) => (
        <p key={problem}>
          <a className="tap-link" href="#password">
            {t(`problems.${problem}`, { min: PASSWORD_MIN_LENGTH })}
          </a>
        </p>
      ))}
      {isConfirmationDifferent && (
        <p>
          <a className="tap-link" href="#confirmation">
            {t("different")}
          </a>
        </p>
      )}
    </Note>
  );
}
