import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/lib/dates";
import type { Colleague } from "@/lib/users/colleague";
import { accessWords } from "./access-words";

interface PeopleTableProps {
  users: readonly Colleague[];
  canChange: boolean;
  timeZone: string;
}

/** The users of an account; on a phone each is a card. The menu of a row leads to the forms that change the user. */
export async function PeopleTable({ users, canChange, timeZone }: PeopleTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin")]);
  return (
    <table className="record-table people-table" role="table" aria-label={t("title")}>
      <thead role="rowgroup">
        <tr role="row">
          {(["person", "role", "access", "lastSignIn"] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
          {canChange && (
            <th role="columnheader" scope="col">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {users.map((user) => (
          <tr key={user.id} role="row">
            <td role="cell" className="person">
              {canChange ? (
                <a className="font-medium" href={`/admin/users/${user.id}`}>
                  {user.name || user.identifier}
                </a>
              ) : (
                <span className="font-medium">{user.name || user.identifier}</span>
              )}{" "}
              {user.isMyself && <span className="text-ink-2">{t("you")}</span>}
              {user.name !== "" && <small className="font-mono">{user.identifier}</small>}
              {user.email !== null && user.email !== user.identifier && <small>{user.email}</small>}
            </td>
            <td role="cell">{t(user.role)}</td>
            <td role="cell" className={user.access === "expired" ? "text-warn" : undefined}>
              {accessWords(t, user, locale, timeZone)}
            </td>
            <td role="cell" data-label={user.lastSignInAt ? t("columns.lastSignIn") : undefined}>
              {user.lastSignInAt ? formatInstant(user.lastSignInAt, locale, timeZone) : t("neverSignedIn")}
            </td>
            {canChange && (
              <td role="cell" className="row-actions">
                <RowMenu user={user} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What can be done for one user. Only one menu is open at a time; it works without scripts. */
async function RowMenu({ user }: { user: Colleague }) {
  const t = await getTranslations("admin");
  const isDisabled = user.access === "disabled";
  const canEndAccess = !user.isMyself && !user.isNotified;
  const offers = [
    { id: "details", label: t("menu.details"), isOffered: true },
    { id: "new-password", label: t("user.resetTitle"), isOffered: !user.isMyself && !isDisabled },
    { id: "role", label: t("menu.role"), isOffered: canEndAccess && !isDisabled },
    {
      id: "access",
      label: t(isDisabled ? "user.reactivateSubmit" : "user.deactivateSubmit"),
      isOffered: canEndAccess,
    },
  ];
  return (
    <details className="row-menu" name="row-menu">
      <summary className="icon-button">
        <Icon name="more" />
        <span className="sr-only">{t("menu.of", { name: user.name || user.identifier })}</span>
      </summary>
      <ul>
        {offers
          .filter(({ isOffered }) => isOffered)
          .map(({ id, label }) => (
            <li key={id}>
              <a href={`/admin/users/${user.id}#${id}`}>{label}</a>
            </li>
          ))}
      </ul>
    </details>
  );
}
