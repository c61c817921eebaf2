import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { KeptInput } from "@/components/ui/kept-input";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { TextArea } from "@/components/ui/text-area";
import { formatFileSize } from "@/lib/file-size";
import type { Locale } from "@/lib/languages";
import { AdminBreadcrumb } from "./breadcrumb";
import { FirstAccessChoice } from "./first-access-fields";
import { LanguageField } from "./language-field";
import { ListFile } from "./list-file";
import { PeopleToAdd } from "./people-to-add";

interface SeveralUsersPageProps {
  maxPeople: number;
  /** The most characters of a pasted list, and bytes of a file. */
  longestList: number;
  languages: readonly Locale[];
  language: Locale;
  addUsers: AnsweringAction;
}

/** `/admin/users/several`: adds users from a pasted list, after showing the people that were found in it. */
export async function SeveralUsersPage({ maxPeople, longestList, ...props }: SeveralUsersPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin")]);
  const counts = Array.from({ length: maxPeople + 1 }, (_, count) => count);
  return (
    <div className="max-w-text">
      <AdminBreadcrumb />
      <h1 className="mb-5">{t("several.title")}</h1>
      <AnsweredForm action={props.addUsers} className="grid gap-6">
        <TextArea
          id="addresses"
          name="addresses"
          label={t("several.addresses")}
          hint={t("several.hint", { most: maxPeople })}
          rows={8}
          spellCheck={false}
          autoCapitalize="none"
          isKept
        />
        <ListFile
          label={t("several.file")}
          hint={t("several.fileHint", { size: formatFileSize(longestList, locale) })}
          problems={{
            too_large: t("several.problems.too_large", { size: formatFileSize(longestList, locale) }),
            not_csv: t("several.problems.not_csv"),
            empty: t("several.problems.empty"),
          }}
        />
        <LanguageField offered={props.languages} chosen={props.language} />
        <FirstAccessChoice chosen="invitation" />
        <KeptInput type="hidden" name="step" defaultValue="check" />
        <ProofSubmit
          id="proof"
          kind="plain"
          beside={
            <LinkButton kind="quiet" href="/admin/users">
              {t("new.cancel")}
            </LinkButton>
          }
        >
          {t("several.check")}
        </ProofSubmit>
        <PeopleToAdd
          words={{
            titles: counts.map((count) => t("several.read", { count })),
            willBeAdded: t("several.willBeAdded"),
            add: counts.map((count) => t("several.add", { count })),
            refusals: {
              email_invalid: t("several.refusals.email_invalid"),
              twice: t("several.refusals.twice"),
              already_here: t("several.refusals.already_here"),
              too_many: t("several.refusals.too_many"),
            },
          }}
        />
      </AnsweredForm>
    </div>
  );
}
