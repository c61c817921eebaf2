import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Entries, Entry } from "@/components/ui/entries";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { OwnRequests } from "@/lib/requests/list-own-requests";
import type { OwnRequest } from "@/lib/requests/own-request";
import { requestTitle } from "./request-title";

const INVOICES = "/invoices";

interface OwnRequestsPageProps {
  requests: OwnRequests;
  /** Whether this page shows older requests, not the newest. */
  isOlderPage: boolean;
  timeZone: string;
}

/**
 * `/profile/requests`: the account's requests and questions; those that are waiting or were answered recently come
 * first.
 */
export async function OwnRequestsPage({ requests, isOlderPage, timeZone }: OwnRequestsPageProps) {
  const t = await getTranslations("requests");
  const { current, past, older } = requests;
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h1>{t("title")}</h1>
        <LinkButton href="/profile/requests/new">{t("newQuestion")}</LinkButton>
      </div>
      {current.length + past.length === 0 && !isOlderPage && (
        <EmptyState title={t("noneTitle")}>
          <p>{t("none")}</p>
          <p>
            <a href={INVOICES}>{t("toInvoices")}</a>
          </p>
        </EmptyState>
      )}
      {current.length > 0 && (
        <Section title={t("currentTitle")}>
          <RequestEntries requests={current} timeZone={timeZone} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t("pastTitle")}>
          <RequestEntries requests={past} timeZone={timeZone} />
        </Section>
      )}
      {(isOlderPage || older !== null) && (
        <nav className="actions justify-between" aria-label={t("pages")}>
          {isOlderPage && (
            <LinkButton href="/profile/requests">
              <Icon name="back" />
              {t("newest")}
            </LinkButton>
          )}
          {older !== null && (
            <LinkButton href={`/profile/requests?after=${older}`} className="ml-auto">
              {t("older")}
              <Icon name="next" />
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}

async function RequestEntries(props: { requests: readonly OwnRequest[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("requests")]);
  const when = (at: Date) => formatInstant(at, locale, props.timeZone);
  return (
    <Entries>
      {props.requests.map(({ id, subject, asked, state, askedBy, askedAt, isUnread }) => (
        <Entry
          key={id}
          title={
            <a className="tap-link" href={`/profile/requests/${id}`}>
              {requestTitle(t, subject)}
            </a>
          }
          detail={
            <>
              {t("askedLine", { name: askedBy, when: when(askedAt) })}
              {asked.message.length > 0 && <span className="line-clamp-2">{asked.message.join(" ")}</span>}
            </>
          }
        >
          {isUnread ? (
            <strong className="inline-flex items-center gap-2 text-2">
              <span className="size-2.5 flex-none bg-accent" aria-hidden="true" />
              {t("unread")}
            </strong>
          ) : (
            <Badge>{t(`states.${state}`)}</Badge>
          )}
        </Entry>
      ))}
    </Entries>
  );
}
