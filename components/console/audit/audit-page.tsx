import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import type { SupplierJournalEntry } from "@/lib/audit/list-supplier-journal";
import { formatInstant } from "@/lib/dates";
import { AuditFilter, type AuditFilterProps } from "./audit-filter";
import { auditWords, journalWords } from "./audit-words";

const PATH = "/console/audit";

interface AuditPageProps extends AuditFilterProps {
  entries: readonly SupplierJournalEntry[];
  /** The pages of the newest and of the next older entries, where there are any, and the file of all. */
  links: { newest: string | null; older: string | null; csv: string };
  timeZone: string;
}

/** `/console/audit`: who did what at this supplier, newest first. */
export async function AuditPage({ filter, staff, entries, links, timeZone }: AuditPageProps) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("console.audit"),
    journalWords(),
  ]);
  return (
    <>
      <PageHead title={t("title")}>
        <LinkButton href={links.csv}>
          <Icon name="download" />
          {t("export")}
        </LinkButton>
      </PageHead>
      <p className="mb-4 max-w-text text-2 text-ink-2">{t("lead")}</p>
      <AuditFilter filter={filter} staff={staff} />
      {filter.from > filter.to ? (
        <Note tone="warn">
          <p>{t("reversed")}</p>
        </Note>
      ) : entries.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>
          <p>{t("empty")}</p>
          <p>
            <a href={PATH}>{t("clear")}</a>
          </p>
        </EmptyState>
      ) : (
        <table className="plain-table table-cards" aria-label={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("customer")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => {
              const { who, name, what, details } = auditWords(entry, words);
              return (
                <tr key={entry.id}>
                  <td className="card-line whitespace-nowrap text-ink-2">
                    <time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, locale, timeZone)}</time>
                  </td>
                  <th scope="row" className="card-line wrap-anywhere">
                    {who}
                    {name !== "" && <small>{name}</small>}
                  </th>
                  <td className="card-line wrap-anywhere">
                    {what}
                    {details !== "" && <small>{details}</small>}
                  </td>
                  <td className="card-line">
                    {entry.customer && (
                      <>
                        <a href={`/console/accounts/${entry.customer.accountId}`}>{entry.customer.name}</a>
                        <small>{entry.customer.customerNumber}</small>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Pager previousHref={links.newest} nextHref={links.older} isNewestFirst />
    </>
  );
}
