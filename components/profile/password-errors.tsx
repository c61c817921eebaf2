import { getTranslations } from "next-intl/server";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { Note } from "@/components/ui/note";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";

type PasswordErrorsProps = PasswordEntries & {
  /** Faults of other fields, which are above the password in the form. */
  others?: readonly { href: string; text: string }[];
};

/** The summary of a refused password, with a link from each fault to its field. */
export async function PasswordErrors({
  problems,
  isConfirmationDifferent,
  others = [],
}: PasswordErrorsProps) {
  const t = await getTranslations("password");
  if (problems.length === 0 && !isConfirmationDifferent && others.length === 0) return null;
  return (
    <Note tone="bad" title={t("notSaved")}>
      {others.map(({ href, text }) => (
        <p key={href}>
          <a className="tap-link" href={href}>
            {text}
          </a>
        </p>
      ))}
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
