import { getLocale, getTranslations } from "next-intl/server";
import { requestTitle } from "@/components/requests/request-title";
import { Badge } from "@/components/ui/badge";
import { Entries, Entry } from "@/components/ui/entries";
import { formatInstant } from "@/lib/dates";
import type { AccountRequest } from "@/lib/requests/list-account-requests";

/** « Demandes » on the page of an account. */
export async function AccountRequests(props: { requests: readonly AccountRequest[]; timeZone: string }) {
  const [locale, t, r] = await Promise.all([
    getLocale(),
    getTranslations("console.requests"),
    getTranslations("requests"),
  ]);
  return (
    <section id="requests">
      <h2 className="mb-3">{t("title")}</h2>
      {props.requests.length === 0 ? (
        <p className="text-2 text-ink-2">{t("accountNone")}</p>
      ) : (
        <Entries>
          {props.requests.map(({ id, subject, state, askedBy, askedAt }) => (
            <Entry
              key={id}
              title={
                <a className="tap-link" href={`/console/requests/${id}`}>
                  {requestTitle(r, subject)}
                </a>
              }
              detail={t("accountLine", {
                name: askedBy,
                when: formatInstant(askedAt, locale, props.timeZone),
              })}
            >
              <Badge>{r(`states.${state}`)}</Badge>
            </Entry>
          ))}
        </Entries>
      )}
    </section>
  );
}
