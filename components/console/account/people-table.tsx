import { getLocale, getTranslations } from "next-intl/server";
import type { PersonOfAccount } from "@/lib/accounts/one/list-people";
import { formatInstant } from "@/lib/dates";

interface PeopleTableProps {
  people: readonly PersonOfAccount[];
  timeZone: string;
}

/** The people of the account with their role and last sign-in. */
export async function PeopleTable({ people, timeZone }: PeopleTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.account")]);
  if (people.length === 0) return <p className="text-2 text-ink-2">{t("nobody")}</p>;
  return (
    <table className="plain-table table-cards">
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("lastSignIn")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row" className="card-line">
              {person.name || person.identifier}
              {person.name !== "" && <small className="font-mono">{person.identifier}</small>}
            </th>
            <td>{t("roleOf", { role: person.role, notified: person.isNotified ? "yes" : "no" })}</td>
            <td className="card-line">
              {person.lastSignInAt ? formatInstant(person.lastSignInAt, locale, timeZone) : t("never")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
