import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Actions } from "@/components/ui/actions";
import { AnsweredForm } from "@/components/ui/answered-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { AdminBreadcrumb } from "./breadcrumb";
import { FirstAccessChoice } from "./first-access-fields";

interface SeveralUsersPageProps {
  mostAtOnce: number;
  addUsers: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
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
        />
        <FirstAccessChoice chosen="invitation" />
        <Actions>
          <SubmitButton kind="main">{t("several.submit")}</SubmitButton>
          <LinkButton kind="quiet" href="/admin/users">
            {t("new.cancel")}
          </LinkButton>
        </Actions>
      </AnsweredForm>
    </div>
  );
}
