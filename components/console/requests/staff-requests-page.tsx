import { getLocale, getTranslations } from "next-intl/server";
import { requestTitle } from "@/components/requests/request-title";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Switch } from "@/components/ui/switch";
import { formatInstant } from "@/lib/dates";
import { REQUEST_KINDS, REQUEST_VIEWS } from "@/lib/request-choices";
import type { StaffRequest, StaffRequestFilter } from "@/lib/requests/list-staff-requests";
import type { RequestStatistics } from "@/lib/requests/request-statistics";
import { Statistics } from "./statistics";

const TEMPLATES = "/console/templates";
const SETTINGS = "/console/requests/settings";

interface StaffRequestsPageProps {
  filter: StaffRequestFilter;
  requests: readonly StaffRequest[];
  next: string | null;
  statistics: RequestStatistics;
  timeZone: string;
}

/** `/console/requests`: the requests and questions of the supplier's customers, the longest wait first. */
export async function StaffRequestsPage(props: StaffRequestsPageProps) {
  const { filter, requests, next, statistics } = props;
  const t = await getTranslations("console.requests");
  return (
    <>
      <PageHead title={t("title")}>
        <div className="flex flex-wrap gap-x-6 text-2">
          <a className="tap-link" href={TEMPLATES}>
            {t("templatesLink")}
          </a>
          <a className="tap-link" href={SETTINGS}>
            {t("settingsLink")}
          </a>
        </div>
      </PageHead>
      <Switch
        label={t("viewsLabel")}
        choices={REQUEST_VIEWS.map((view) => ({
          label: t(`views.${view}`),
          href: pathOf({ ...filter, view, after: "" }),
          isCurrent: view === filter.view,
        }))}
      />
      <nav className="mb-3 flex flex-wrap gap-x-4 text-2" aria-label={t("kindsLabel")}>
        {[null, ...REQUEST_KINDS].map((kind) => (
          <a
            key={kind}
            className="tap-link aria-[current]:font-bold aria-[current]:no-underline"
            href={pathOf({ ...filter, kind, after: "" })}
            aria-current={kind === filter.kind ? "true" : undefined}
          >
            {t(`kinds.${kind ?? "any"}`)}
          </a>
        ))}
      </nav>
      {requests.length === 0 ? (
        <EmptyState title={t("noneTitle")}>
          <p>{t(`none.${filter.view}`)}</p>
        </EmptyState>
      ) : (
        <ul className="bleed border border-line bg-surface text-2" aria-label={t("title")}>
          {requests.map((request) => (
            <RequestRow key={request.id} request={request} timeZone={props.timeZone} />
          ))}
        </ul>
      )}
      {(next !== null || filter.after !== "") && (
        <nav className="actions justify-between pt-4" aria-label={t("pages")}>
          {filter.after !== "" && (
            <LinkButton href={pathOf({ ...filter, after: "" })}>
              <Icon name="back" />
              {t("first")}
            </LinkButton>
          )}
          {next !== null && (
            <LinkButton href={pathOf({ ...filter, after: next })} className="ml-auto">
              {t("more")}
              <Icon name="next" />
            </LinkButton>
          )}
        </nav>
      )}
      <Statistics statistics={statistics} timeZone={props.timeZone} />
    </>
  );
}

async function RequestRow({ request, timeZone }: { request: StaffRequest; timeZone: string }) {
  const [locale, t, r] = await Promise.all([
    getLocale(),
    getTranslations("console.requests"),
    getTranslations("requests"),
  ]);
  const { assignee, answering, state } = request;
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-b border-line px-(--gutter) py-3 last:border-b-0 hover:bg-page tablet:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)] tablet:px-4">
      <span className="min-w-0 wrap-anywhere">
        <a className="font-medium after:absolute after:inset-0" href={`/console/requests/${request.id}`}>
          {requestTitle(r, request.subject)}
        </a>
        {request.excerpt !== "" && <span className="line-clamp-1 text-ink-2">{request.excerpt}</span>}
      </span>
      <span className="min-w-0 wrap-anywhere">
        {request.companyName}
        <span className="block text-1 text-ink-2">{t("customer", { number: request.customerNumber })}</span>
      </span>
      <span className="min-w-0 text-ink-2">
        {state === "open" ? (
          t("waitingSince", { when: formatInstant(request.waitingSince, locale, timeZone) })
        ) : (
          <Badge>{r(`states.${state}`)}</Badge>
        )}
        <span className="block text-1">
          {answering === null
            ? assignee
              ? assignee.isViewer
                ? t("assignedToYou")
                : t("assignedTo", { name: assignee.name })
              : t("unassigned")
            : t("answering", { name: answering })}
        </span>
      </span>
    </li>
  );
}

/** Returns the path of the list with this filter; default values are left out. */
function pathOf({ view, kind, after }: StaffRequestFilter): string {
  const params = new URLSearchParams();
  if (view !== "mine") params.set("view", view);
  if (kind !== null) params.set("kind", kind);
  if (after !== "") params.set("after", after);
  return params.size > 0 ? `/console/requests?${params}` : "/console/requests";
}
