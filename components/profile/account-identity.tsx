import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import type { CustomerRole } from "@/lib/roles";

export interface Identity {
  identifier: string;
  name: string;
  /** The reason why the typed name was not saved. */
  nameProblem: "name_invalid" | "too_often" | null;
  typedName: string | null;
  role: CustomerRole;
  email: string | null;
  isEmailProven: boolean;
  /** Whether the address is also the account's address, which only the supplier changes (R20). */
  isNotificationAddress: boolean;
}

interface AccountIdentityProps {
  identity: Identity;
  links: { recover: string; request: string };
  saveName: (form: FormData) => Promise<void>;
}

/** The user's identity: identifier, name and address, and who may change the address. */
export async function AccountIdentity({ identity, links, saveName }: AccountIdentityProps) {
  const t = await getTranslations("account");
  return (
    <Section title={t("youTitle")}>
      <Facts
        facts={[
          {
            term: t("identifier"),
            value: (
              <span className="inline-flex flex-wrap items-center gap-3">
                <mark className="font-mono font-medium">{identity.identifier}</mark>
                <CopyText text={identity.identifier} label={t("copy")} />
              </span>
            ),
          },
          { term: t("role"), value: t(`roles.${identity.role}`) },
          { term: t("email"), value: <Email identity={identity} links={links} /> },
        ]}
      />
      <Form action={saveName} className="mt-6 grid max-w-form gap-4">
        <Field
          id="name"
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="name"
          defaultValue={identity.typedName ?? identity.name}
          error={identity.nameProblem === null ? undefined : t(`nameProblems.${identity.nameProblem}`)}
        />
        <Actions>
          <SubmitButton>{t("nameSubmit")}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

async function Email({ identity, links }: Pick<AccountIdentityProps, "identity" | "links">) {
  const t = await getTranslations("account");
  const administrator = t("emailByAdministrator", { role: identity.role });
  if (identity.email === null)
    return (
      <>
        {t("emailNone")}
        <small className="block text-1 text-ink-2">
          {t("emailNoneHint")} {administrator}
        </small>
      </>
    );
  return (
    <>
      <bdi>{identity.email}</bdi>
      <small className="block text-1 text-ink-2">
        {identity.isEmailProven
          ? t("emailProven")
          : t.rich("emailUnproven", { link: (words) => <a href={links.recover}>{words}</a> })}{" "}
        {identity.isNotificationAddress
          ? t.rich("emailByAdviser", { link: (words) => <a href={links.request}>{words}</a> })
          : administrator}
      </small>
    </>
  );
}
