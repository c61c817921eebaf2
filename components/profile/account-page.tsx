import { getTranslations } from "next-intl/server";
import { AccountIdentity, type Identity } from "@/components/profile/account-identity";
import { ChangeOwnPassword, type PasswordAnswer } from "@/components/profile/change-own-password";
import { LinkButton } from "@/components/ui/button";
import { Entries, Entry } from "@/components/ui/entries";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { mailtoHref } from "@/lib/mail-address";
import { formatSiren } from "@/lib/written-identifiers";

/** The saved change. For a password also the identifiers it detached, and the number of others not listed. */
export type AccountSaved = { what: "name" } | { what: "password"; detached: readonly string[]; more: number };

interface AccountPageProps {
  identity: Identity;
  company: { name: string; siren: string | null; customerNumber: string; supplier: string };
  /** The administrators whom a member may ask; empty for an administrator. */
  administrators: readonly { id: string; name: string; identifier: string; email: string | null }[];
  password: PasswordAnswer & { changedAt: Date | null; isAttached: boolean };
  timeZone: string;
  saved: AccountSaved | null;
  links: { recover: string; request: string; privacy: string; export: string; companies: string };
  /** Receives `name`. */
  saveName: (form: FormData) => Promise<void>;
  /** Receives `current`, `password` and `confirmation`. */
  changePassword: (form: FormData) => Promise<void>;
}

/** `/profile/account`: « Compte ». */
export async function AccountPage(props: AccountPageProps) {
  const t = await getTranslations("account");
  const { identity, company, administrators, links } = props;
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      {props.saved && (
        <div id="saved">
          <Saved saved={props.saved} hasMail={identity.email !== null} companiesHref={links.companies} />
        </div>
      )}
      <AccountIdentity identity={identity} links={links} saveName={props.saveName} />
      <ChangeOwnPassword
        {...props.password}
        identifier={identity.identifier}
        timeZone={props.timeZone}
        recoverHref={links.recover}
        companiesHref={links.companies}
        changePassword={props.changePassword}
      />
      <Section title={t("companyTitle")}>
        <Facts
          facts={[
            { term: t("company"), value: company.name },
            { term: t("siren"), value: company.siren && formatSiren(company.siren) },
            { term: t("customerNumber"), value: company.customerNumber },
            { term: t("supplier"), value: company.supplier },
          ]}
        />
      </Section>
      {administrators.length > 0 && (
        <Section title={t("administratorsTitle")}>
          <p className="mb-3 text-2 text-ink-2">{t("administratorsHint")}</p>
          <Entries>
            {administrators.map(({ id, name, identifier, email }) => (
              <Entry key={id} title={<bdi>{name || identifier}</bdi>}>
                {email !== null && (
                  <a className="tap-link" href={mailtoHref(email)}>
                    {email}
                  </a>
                )}
              </Entry>
            ))}
          </Entries>
        </Section>
      )}
      <Section title={t("dataTitle")}>
        <p className="mb-4 text-2 text-ink-2">
          {t("data")} <a href={links.privacy}>{t("privacy")}</a>
        </p>
        <LinkButton href={links.export}>{t("export")}</LinkButton>
      </Section>
    </div>
  );
}

interface SavedProps {
  saved: AccountSaved;
  hasMail: boolean;
  companiesHref: string;
}

async function Saved({ saved, hasMail, companiesHref }: SavedProps) {
  const t = await getTranslations("account");
  if (saved.what === "name")
    return (
      <Note tone="ok">
        <p>{t("nameSaved")}</p>
      </Note>
    );
  const { detached, more } = saved;
  const count = detached.length + more;
  return (
    <Note tone="ok">
      <p>
        {t("passwordSaved")} {hasMail && t("passwordMail")}
      </p>
      {count > 0 && (
        <>
          <p className="mt-2">{t("detached", { count })}</p>
          <ul className="my-1 list-disc ps-5">
            {detached.map((identifier) => (
              <li key={identifier}>
                <code className="wrap-anywhere">{identifier}</code>
              </li>
            ))}
            {more > 0 && <li>{t("detachedMore", { count: more })}</li>}
          </ul>
          <p>{t.rich("attachAgain", { count, link: (words) => <a href={companiesHref}>{words}</a> })}</p>
        </>
      )}
    </Note>
  );
}
