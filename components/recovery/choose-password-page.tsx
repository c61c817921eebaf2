import { getTranslations } from "next-intl/server";
import { NewPasswordFields } from "@/components/profile/new-password-fields";
import type { PasswordEntries } from "@/components/profile/password-entries";
import { PasswordErrors } from "@/components/profile/password-errors";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { Section } from "@/components/ui/section";

const COMPANIES = "companies";

interface RecoverableRow {
  userId: string;
  companyName: string;
  identifier: string;
  /** Whether other identifiers are attached: a new password detaches them. */
  isAttached: boolean;
}

type ChoosePasswordPageProps = PasswordEntries & {
  email: string;
  users: readonly RecoverableRow[];
  /** The choice made before, "all", or "" for none. */
  chosen: string;
  /** Whether the form was sent without the choice of a company. With several companies none is preselected. */
  isNobodyChosen: boolean;
  /** The formatted time when the link expires. */
  expiresAt: string;
  /** Receives `user`, `password` and `confirmation`. */
  choosePassword: (form: FormData) => Promise<void>;
};

/** The page of a mailed password link (FAQ 1.4, 2.2): each company with its identifier, then the password. */
export async function ChoosePasswordPage(props: ChoosePasswordPageProps) {
  const { email, users, chosen, isNobodyChosen, expiresAt, choosePassword, ...entries } = props;
  const t = await getTranslations("reset");
  const [only] = users;
  const isOne = users.length === 1;
  // The identifier for which a password manager saves the new password.
  const savedFor = users.find(({ userId }) => isOne || userId === chosen)?.identifier ?? "";
  return (
    <div className="grid items-start gap-x-10 gap-y-8 tablet:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] desk:gap-x-16 desk:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <Form action={choosePassword} className="grid gap-8">
        <div className="grid gap-4">
          <h1>{t("title")}</h1>
          <p className="text-ink-2">{t.rich("for", { email: () => <b className="break-all">{email}</b> })}</p>
          <PasswordErrors
            {...entries}
            others={isNobodyChosen ? [{ href: `#${COMPANIES}`, text: t("nobodyChosen") }] : []}
          />
        </div>
        {isOne && only ? (
          <div>
            <h2 className="text-4 font-bold">{only.companyName}</h2>
            <p className="mt-2">
              {t("identifier")} <mark>{only.identifier}</mark>
            </p>
            <input type="hidden" name="user" value={only.userId} />
          </div>
        ) : (
          <OptionGroup
            id={COMPANIES}
            legend={t("which")}
            hint={t("onlyThat")}
            error={isNobodyChosen ? t("nobodyChosen") : undefined}
          >
            {users.map(({ userId, companyName, identifier }) => (
              <OptionRow
                key={userId}
                name="user"
                value={userId}
                isChecked={chosen === userId}
                label={companyName}
                detail={
                  <>
                    {t("identifier")} <mark>{identifier}</mark>
                  </>
                }
              />
            ))}
            <OptionRow name="user" value="all" isChecked={chosen === "all"} label={t("all")} />
          </OptionGroup>
        )}
        <input type="hidden" name="username" autoComplete="username" value={savedFor} />
        <div className="grid gap-6">
          <NewPasswordFields {...entries} />
        </div>
        <SubmitButton kind="main" className="w-full text-3">
          {t("submit")}
        </SubmitButton>
      </Form>
      <div className="grid max-w-form gap-6 text-2 text-ink-2">
        <Section title={t("noteTitle")}>
          <p>{t("note")}</p>
        </Section>
        {users.some(({ isAttached }) => isAttached) && (
          <Section title={t("attachedTitle")}>
            <p>{t("attached")}</p>
          </Section>
        )}
        <Section title={t("expiresTitle", { at: expiresAt })}>
          <p>{t("expires")}</p>
        </Section>
      </div>
    </div>
  );
}
