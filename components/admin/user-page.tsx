import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { Colleague } from "@/lib/users/colleague";
import { accessWords } from "./access-words";
import { AdminBreadcrumb } from "./breadcrumb";
import { DefaultSubmit } from "./default-submit";
import { FirstAccessFields } from "./first-access-fields";

const PROFILE = "/profile/account";

interface UserPageProps {
  user: Colleague;
  timeZone: string;
  proposal: string;
  /** The result of the last form sent from this page, or the reason of its refusal. */
  message: { tone: "ok" | "bad"; text: string } | null;
  typed: { name: string; email: string };
  errors: Partial<Record<"name" | "email" | "password", string>>;
  editUser: AnsweringAction;
  resetPassword: AnsweringAction;
  /** Receives `status`. */
  setStatus: AnsweringAction;
  /** Receives `role`. */
  setRole: AnsweringAction;
}

/** `/admin/users/{id}`: one colleague, with everything that an administrator may change. */
export async function UserPage(props: UserPageProps) {
  const { user, timeZone, message, typed, errors } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin")]);
  const isDisabled = user.access === "disabled";
  const canEndAccess = !user.isMyself && !user.isNotified;
  return (
    <div className="max-w-text">
      <AdminBreadcrumb />
      <h1 className="mb-5 break-words">{user.name || user.identifier}</h1>
      <div className="grid gap-8">
        {message && (
          <Note tone={message.tone}>
            <p>{message.text}</p>
          </Note>
        )}
        <Facts
          facts={[
            { term: t("new.identifier"), value: <span className="font-mono">{user.identifier}</span> },
            { term: t("user.role"), value: t(user.role) },
            { term: t("user.access"), value: accessWords(t, user, locale, timeZone) },
            {
              term: t("user.lastSignIn"),
              value: user.lastSignInAt
                ? formatInstant(user.lastSignInAt, locale, timeZone)
                : t("neverSignedIn"),
            },
          ]}
        />
        {user.isNotified && (
          <Note tone="info">
            <p>{t("user.notified")}</p>
          </Note>
        )}
        <Section title={t("user.details")} id="details">
          <AnsweredForm action={props.editUser} className="grid max-w-form gap-6">
            <Field
              id="name"
              name="name"
              label={t("new.name")}
              defaultValue={typed.name}
              autoComplete="off"
              isKept
              error={errors.name}
            />
            <Field
              id="email"
              name="email"
              type="email"
              label={t("new.email")}
              defaultValue={typed.email}
              autoComplete="off"
              isKept
              error={errors.email}
              readOnly={user.isNotified}
              hint={user.isNotified ? t("user.emailOfSupplier") : t("new.emailHint")}
            />
            <ProofSubmit id="edit-proof" kind="plain">
              {t("user.save")}
            </ProofSubmit>
          </AnsweredForm>
        </Section>
        {user.isMyself ? (
          <Note tone="info">
            <p>
              {t("user.yourself")} <a href={PROFILE}>{t("user.profile")}</a>
            </p>
          </Note>
        ) : (
          <>
            {!isDisabled && (
              <Section title={t("user.resetTitle")} id="new-password">
                <AnsweredForm action={props.resetPassword} className="group grid max-w-form gap-6">
                  <DefaultSubmit />
                  <p className="text-2 text-ink-2">{t("user.reset")}</p>
                  <FirstAccessFields
                    chosen="default_password"
                    proposal={props.proposal}
                    error={errors.password}
                  />
                  <ProofSubmit id="reset-proof" kind="plain">
                    {t("user.resetSubmit")}
                  </ProofSubmit>
                </AnsweredForm>
              </Section>
            )}
            {canEndAccess && !isDisabled && (
              <Section title={t("user.roleTitle")} id="role">
                <AnsweredForm action={props.setRole} className="grid max-w-form gap-4">
                  <p className="text-2 text-ink-2">{t(`user.about.${user.role}`)}</p>
                  <input
                    type="hidden"
                    name="role"
                    value={user.role === "administrator" ? "member" : "administrator"}
                  />
                  <ProofSubmit id="role-proof" kind="plain">
                    {t(`user.become.${user.role}`)}
                  </ProofSubmit>
                </AnsweredForm>
              </Section>
            )}
            {canEndAccess && (
              <Section title={t(isDisabled ? "user.reactivateSubmit" : "user.deactivateSubmit")} id="access">
                <AnsweredForm action={props.setStatus} className="grid max-w-form gap-4">
                  <p className="text-2 text-ink-2">{t(isDisabled ? "user.reactivate" : "user.deactivate")}</p>
                  <input type="hidden" name="status" value={isDisabled ? "active" : "disabled"} />
                  <ProofSubmit id="status-proof" kind={isDisabled ? "plain" : "danger"}>
                    {t(isDisabled ? "user.reactivateSubmit" : "user.deactivateSubmit")}
                  </ProofSubmit>
                </AnsweredForm>
              </Section>
            )}
          </>
        )}
      </div>
    </div>
  );
}
