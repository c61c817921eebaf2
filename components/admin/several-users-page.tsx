import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { TextArea } from "@/components/ui/text-area";
import { AdminBreadcrumb } from "./breadcrumb";
import { FirstAccessChoice } from "./first-access-fields";

interface SeveralUsersPageProps {
  mostAtOnce: number;
  addUsers: AnsweringAction;
}

/** `/admin/users/several`: adds users from a pasted list of addresses. */
export async function SeveralUsersPage({ mostAtOnce, addUsers }: SeveralUsersPageProps) {
  const t = await getTranslations("admin");
  return (
    <div className="max-w-text">
      <AdminBreadcrumb />
      <h1 className="mb-5">{t("several.title")}</h1>
      <AnsweredForm action={addUsers} className="grid gap-6">
        <TextArea
          id="addresses"
          name="addresses"
          label={t("several.addresses")}
          hint={t("several.hint", { most: mostAtOnce })}
          rows={8}
          spellCheck={false}
          autoCapitalize="none"
          isKept
        />
        <FirstAccessChoice chosen="invitation" />
        <ProofSubmit
          id="proof"
          beside={
            <LinkButton kind="quiet" href="/admin/users">
              {t("new.cancel")}
            </LinkButton>
          }
        >
          {t("several.submit")}
        </ProofSubmit>
      </AnsweredForm>
    </div>
  );
}
