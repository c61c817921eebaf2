import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Actions } from "@/components/ui/actions";
import { AnsweredForm } from "@/components/ui/answered-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { OptionRow } from "@/components/ui/option-row";
import { AdminBreadcrumb } from "./breadcrumb";

type SeveralUsersPageProps = {
  mostAtOnce: number;
  addUsers: (shown: ReactNode, form: FormData) => Promise<ReactNode>;
};

/** `/admin/users/several`: a list of addresses, pasted. */
export async function SeveralUsersPage({ mostAtOnce, addUsers }: SeveralUsersPageProps) {
  const t = await getTranslations("admin");
  return (
    <div className="max-w-text">
      <AdminBreadcrumb />
      <h1 className="mb-5">{t("several.title")}</h1>
      <AnsweredForm action={addUsers} className="grid gap-6">
        <div className="field">
          <label className="text-2 font-medium" htmlFor="addresses">
            {t("several.addresses")}
          </label>
          <textarea
            className="in min-h-40 py-2"
            id="addresses"
            name="addresses"
            rows={8}
            spellCheck={false}
            autoCapitalize="none"
            aria-describedby="addresses-hint"
          />
          <p className="text-1 text-ink-2" id="addresses-hint">
            {t("several.hint", { most: mostAtOnce })}
          </p>
        </div>
        <fieldset>
          <legend className="mb-2 text-2 font-medium">{t("firstAccess.legend")}</legend>
          <div className="border-t border-line">
            <OptionRow
              name="access"
              value="invitation"
              isChecked
              label={t("firstAccess.invitation")}
              detail={t("firstAccess.invitationDetail")}
            />
            <OptionRow
              name="access"
              value="default_password"
              isChecked={false}
              label={t("firstAccess.defaultPassword")}
              detail={t("firstAccess.defaultPasswordDetail")}
            />
          </div>
        </fieldset>
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
