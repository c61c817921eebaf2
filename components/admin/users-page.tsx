import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { formatInstant } from "@/lib/dates";
import type { Colleague } from "@/lib/users/colleague";
import { accessWords } from "./access-words";

interface UsersPageProps {
  companyName: string;
  users: readonly Colleague[];
  timeZone: string;
}

/** `/admin/users`: the users who may see the company's invoices, with the state of access and the last sign-in. */
export async function UsersPage({ companyName, users, timeZone }: UsersPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin")]);
  const isAlone = users.length === 1;
  return (
    <>
      <PageHead title={t("title")}>
        <div className="actions max-tablet:w-full max-tablet:flex-col-reverse">
          <LinkButton href="/admin/journal" kind="quiet">
            {t("journal.link")}
          </LinkButton>
          <LinkButton href="/admin/users/several">{t("several.link")}</LinkButton>
          <LinkButton href="/admin/users/new" kind="main">
            {t("new.title")}
          </LinkButton>
        </div>
      </PageHead>
      <p className="mb-4 text-ink-2">
        {t("lead", {
          company: companyName,
          count: users.filter(({ access }) => access !== "disabled").length,
        })}
      </p>
      <ul className="bleed border border-line bg-surface text-2" aria-label={t("title")}>
        {users.map((user) => (
          <li
            key={user.id}
            className="relative grid gap-x-4 gap-y-1 border-b border-line px-(--gutter) py-3 last:border-b-0 hover:bg-page tablet:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,0.8fr)] tablet:px-4"
          >
            <span className="min-w-0">
              <a className="font-medium after:absolute after:inset-0" href={`/admin/users/${user.id}`}>
                {user.name || user.identifier}
              </a>{" "}
              {user.role === "administrator" && <Badge>{t("administrator")}</Badge>}{" "}
              {user.isMyself && <span className="text-ink-2">{t("you")}</span>}
              {user.name !== "" && (
                <span className="block font-mono text-1 break-all">{user.identifier}</span>
              )}
            </span>
            <span className={user.access === "expired" ? "text-warn" : "text-ink-2"}>
              {accessWords(t, user, locale, timeZone)}
            </span>
            <span className="text-ink-2">
              {user.lastSignInAt
                ? t("lastSignIn", { at: formatInstant(user.lastSignInAt, locale, timeZone) })
                : t("neverSignedIn")}
            </span>
          </li>
        ))}
      </ul>
      {isAlone && (
        <div className="mt-6">
          <Note tone="info">
            <p>{t("alone")}</p>
          </Note>
        </div>
      )}
    </>
  );
}
