import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { KeptInput } from "@/components/ui/kept-input";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { TextArea } from "@/components/ui/text-area";
import { AdminBreadcrumb } from "./breadcrumb";
import { FirstAccessChoice } from "./first-access-fields";
import { PeopleToAdd } from "./people-to-add";

interface SeveralUsersPageProps {
  maxPeople: number;
  addUsers: AnsweringAction;
}

/** `/admin/users/several`: adds users from a pasted list, after showing the people that were found in it. */
export async function SeveralUsersPage({ maxPeople, addUsers }: SeveralUsersPageProps) {
  const t = await getTranslations("admin");
  const counts = Array.from({ length: maxPeople + 1 }, (_, count) => count);
  return (
    <div className="max-w-text">
      <AdminBreadcrumb />
      <h1 className="mb-5">{t("several.title")}</h1>
      <AnsweredForm action={addUsers} className="grid gap-6">
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
