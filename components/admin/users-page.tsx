import { getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import type { Colleague } from "@/lib/users/colleague";
import { PeopleTable } from "./people-table";

const USERS = "/admin/users";

interface UsersPageProps {
  companyName: string;
  /** Those that the search finds; all without a search. */
  users: readonly Colleague[];
  /** The number of users of the account, and of those with access. */
  counts: { all: number; withAccess: number };
  search: string;
  /** Whether the viewer may change the users. */
  canChange: boolean;
  timeZone: string;
}

/** `/admin/users`: the users who may see the company's invoices, with role, state of access and last sign-in. */
export async function UsersPage(props: UsersPageProps) {
  const { companyName, users, counts, search, canChange, timeZone } = props;
  const t = await getTranslations("admin");
  return (
    <>
      <PageHead title={t("title")}>
        <div className="actions max-tablet:w-full max-tablet:flex-col-reverse">
          <LinkButton href="/admin/journal" kind="quiet">
            {t("journal.link")}
          </LinkButton>
          <LinkButton href="/admin/users/several">{t("several.title")}</LinkButton>
          <LinkButton href="/admin/users/new" kind="main">
            {t("new.title")}
          </LinkButton>
        </div>
      </PageHead>
      <p className="mb-4 text-ink-2">{t("lead", { company: companyName, count: counts.withAccess })}</p>
      {(counts.all > 1 || search !== "") && (
        <form className="people-search" method="get" action={USERS} role="search">
          <Field id="q" name="q" label={t("search.label")} defaultValue={search} autoComplete="off" />
          <SubmitButton>{t("search.submit")}</SubmitButton>
        </form>
      )}
      {search !== "" && (
        <p className="mb-3 text-2" role="status">
          {t("search.found", { count: users.length, search })}{" "}
          <a className="tap-link" href={USERS}>
            {t("search.all", { count: counts.all })}
          </a>
        </p>
      )}
      {users.length > 0 && <PeopleTable users={users} canChange={canChange} timeZone={timeZone} />}
      {counts.all === 1 && (
        <div className="mt-6">
          <Note tone="info">
            <p>{t("alone")}</p>
          </Note>
        </div>
      )}
    </>
  );
}
