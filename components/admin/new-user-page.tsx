import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/languages";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import { AdminBreadcrumb } from "./breadcrumb";
import { DefaultSubmit } from "./default-submit";
import { FirstAccessFields, type FirstAccessKind } from "./first-access-fields";
import { LanguageField } from "./language-field";

/** The entries typed before, and their errors. */
export interface NewUserEntries {
  name: string;
  identifier: string;
  email: string;
  access: FirstAccessKind;
  errors: Partial<Record<"name" | "identifier" | "email" | "password" | "form", string>>;
  /** A free identifier, if the typed one is taken. */
  suggestion: string | null;
}

type NewUserPageProps = NewUserEntries & {
  /** The languages that the supplier offers, and the one chosen for the person. */
  languages: readonly Locale[];
  language: Locale;
  companyName: string;
  proposal: string;
  addUser: AnsweringAction;
};

/** `/admin/users/new`: « Ajout d'un utilisateur » (FAQ 4.1). */
export async function NewUserPage(props: NewUserPageProps) {
  const { errors, suggestion } = props;
  const t = await getTranslations("admin.new");
  return (
    <>
      <AdminBreadcrumb />
      <h1 className="mb-5">{t("title")}</h1>
      <div className="grid items-start gap-x-10 gap-y-8 tablet:grid-cols-[minmax(0,27rem)_minmax(0,26rem)] desk:gap-x-20">
        <AnsweredForm action={props.addUser} className="group grid gap-6">
          <DefaultSubmit />
          {errors.form && <p role="alert">{errors.form}</p>}
          <Field
            id="name"
            name="name"
            label={t("name")}
            defaultValue={props.name}
            autoComplete="off"
            isKept
            error={errors.name}
          />
          <Field
            id="identifier"
            name="identifier"
            label={t("identifier")}
            defaultValue={props.identifier}
            autoComplete="off"
            isKept
            error={errors.identifier}
            hint={
              suggestion === null ? (
                t("identifierHint")
              ) : (
                <>
                  {t("available")}{" "}
                  <a href={`/admin/users/new?identifier=${encodeURIComponent(suggestion)}`}>{suggestion}</a>
                </>
              )
            }
          />
          <Field
            id="email"
            name="email"
            type="email"
            label={t("email")}
            defaultValue={props.email}
            autoComplete="off"
            isKept
            error={errors.email}
            hint={t("emailHint")}
          />
          <LanguageField offered={props.languages} chosen={props.language} />
          <FirstAccessFields chosen={props.access} proposal={props.proposal} error={errors.password} />
          <ProofSubmit
            id="proof"
            beside={
              <LinkButton kind="quiet" href="/admin/users">
                {t("cancel")}
              </LinkButton>
            }
          >
            {t("submit")}
          </ProofSubmit>
        </AnsweredForm>
        <aside className="grid gap-6 text-2 text-ink-2">
          <Section title={t("nextTitle")}>
            <ol className="grid list-decimal gap-2 pl-5">
              <li>{t("next1")}</li>
              <li>{t("next2")}</li>
              <li>{t("next3", { days: FIRST_ACCESS_DAYS })}</li>
            </ol>
          </Section>
          <Section title={t("rightsTitle")}>
            <p>{t.rich("rights", { company: () => <b>{props.companyName}</b> })}</p>
          </Section>
        </aside>
      </div>
    </>
  );
}
