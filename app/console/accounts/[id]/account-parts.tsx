import { getTranslations } from "next-intl/server";
import { InvoicesTable } from "@/components/console/account/invoices-table";
import { Notes } from "@/components/console/account/notes";
import { PeopleList } from "@/components/console/account/people-list";
import { TimelineList } from "@/components/console/account/timeline/timeline-list";
import { AccountRequests } from "@/components/console/requests/account-requests";
import { listAccountInvoices } from "@/lib/accounts/one/invoices/list-account-invoices";
import { PICKS } from "@/lib/accounts/one/invoices/picks";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { listTimeline } from "@/lib/accounts/one/timeline/list-timeline";
import { TIMELINE_FILTERS, type TimelineFilter } from "@/lib/accounts/one/timeline/timeline";
import { writeJournalCursor } from "@/lib/audit/list-journal";
import { listAccountRequests } from "@/lib/requests/list-account-requests";
import type { AccountPart } from "./account-part";
import { accountPath } from "./account-path";
import { noteAction } from "./note-action";
import { personAction } from "./person-action";
import { resendAction } from "./resend-action";

/** The people, invoices, notes and the timeline of an account. */
export async function AccountParts({ session, account, people, query, news }: AccountPart) {
  const { viewer, supplier } = session;
  const { timeZone } = supplier;
  const { id } = account;
  const page = accountPath(id);
  const [t, invoices, requests, notes, timeline] = await Promise.all([
    getTranslations("console.account"),
    listAccountInvoices(viewer, id, query.invoicesBefore),
    listAccountRequests(viewer, id),
    listNotes(viewer, id),
    listTimeline(viewer, id, query),
  ]);
  const hrefOf = (filter: TimelineFilter | null, before = "") => {
    const search = new URLSearchParams({ ...(filter && { kind: filter }), ...(before && { before }) });
    return `${page}${search.size > 0 ? `?${search}` : ""}#timeline`;
  };
  return (
    <>
      <section id="people">
        <h2 className="mb-3">{t("people")}</h2>
        <PeopleList
          people={people}
          timeZone={timeZone}
          refused={news.refused("person")}
          change={account.state === "closed" ? null : personAction.bind(null, id)}
        />
      </section>
      <InvoicesTable
        invoices={invoices.invoices}
        accountPath={page}
        olderHref={invoices.older && `${page}?invoicesBefore=${invoices.older}#invoices`}
        newestHref={query.invoicesBefore === null ? null : `${page}#invoices`}
        timeZone={timeZone}
        news={news}
        canResend={account.state === "open"}
        picks={PICKS}
        resend={resendAction.bind(null, id)}
      />
      <AccountRequests requests={requests} timeZone={timeZone} />
      <Notes notes={notes} timeZone={timeZone} removeNote={noteAction.bind(null, id)} />
      <TimelineList
        entries={timeline.entries}
        filters={TIMELINE_FILTERS}
        filter={query.filter}
        hrefOf={(filter) => hrefOf(filter)}
        olderHref={timeline.older && hrefOf(query.filter, writeJournalCursor(timeline.older))}
        newestHref={query.before && hrefOf(query.filter)}
        timeZone={timeZone}
      />
    </>
  );
}
