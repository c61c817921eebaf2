import { getLocale, getTranslations } from "next-intl/server";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import type { PersonOfAccount } from "@/lib/accounts/one/people/list-people";
import { formatInstant } from "@/lib/dates";
import { PersonActions } from "./person-actions";
import { RefusedNote } from "./refused-note";
import { obstacleWords } from "./sign-in-obstacle-words";

interface PeopleListProps {
  people: readonly PersonOfAccount[];
  timeZone: string;
  now: Date;
  /** Why the last change of a person was refused. */
  refused: string | null;
  /** Receives `do` and `person`; null while nothing can be changed. */
  change: AnsweringAction | null;
}

/** The people of the account: role, last sign-in, what keeps each from signing in now, and what can be done. */
export async function PeopleList({ people, timeZone, now, refused, change }: PeopleListProps) {
  const [locale, t, access, statuses] = await Promise.all([
    getLocale(),
    getTranslations("console.account"),
    getTranslations("console.account.access"),
    getTranslations("recentMails.statuses"),
  ]);
  const context = { locale, timeZone, now };
  return (
    <section id="people">
      <h2 className="mb-3">{t("people")}</h2>
      <RefusedNote refused={refused} />
      {people.length === 0 && <p className="text-2 text-ink-2">{t("nobody")}</p>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <div className="person-facts">
              <p className="font-medium">
                {person.name || person.identifier}
                <small className="font-mono">
                  {person.identifier}
                  {person.email && person.email !== person.identifier && <>, {person.email}</>}
                </small>
              </p>
              <p>{t("roleOf", { role: person.role, notified: person.isNotified ? "yes" : "no" })}</p>
              <p className="text-ink-2">
                {person.lastSignInAt
                  ? t("lastSignIn", { at: formatInstant(person.lastSignInAt, locale, timeZone) })
                  : t("neverSignedIn")}
              </p>
            </div>
            {person.obstacles.length === 0 ? (
              <p className="text-1 text-ink-2">{access("line", { what: access("nothing") })}</p>
            ) : (
              person.obstacles.map((obstacle) => (
                <p key={obstacle.kind} className="text-1 text-warn">
                  {access("line", { what: obstacleWords(obstacle, access, statuses, context) })}
                </p>
              ))
            )}
            {change && <PersonActions person={person} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
