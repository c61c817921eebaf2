import { InvoicesTable } from "@/components/console/account/invoices-table";
import { Notes } from "@/components/console/account/notes";
import { TimelineList } from "@/components/console/account/timeline/timeline-list";
import { AccountRequests } from "@/components/console/requests/account-requests";
import { listAccountInvoices } from "@/lib/accounts/one/invoices/list-account-invoices";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { listTimeline } from "@/lib/accounts/one/timeline/list-timeline";
import { TIMELINE_FILTERS, type TimelineFilter } from "@/lib/accounts/one/timeline/timeline";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { whyNotMailable } from "@/lib/mails/mailable-account";
import { listAccountRequests } from "@/lib/requests/list-account-requests";
import { writeTimeCursor } from "@/lib/time-cursor";
import type { AccountPart } from "./account-part";
import { accountPath } from "./account-path";
import { noteAction } from "./note-action";
import { resendAction } from "./resend-action";

/** What happened to an account: its invoices, requests, notes and the timeline. */
export async function AccountHistory({ session, account, query, formResult }: AccountPart) {
  const { viewer, supplier } = session;
  const { timeZone } = supplier;
  const { id } = account;
  const page = accountPath(id);
  const [invoices, requests, notes, timeline] = await Promise.all([
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
      <InvoicesTable
        invoices={invoices.invoices}
        accountPath={page}
        olderHref={invoices.older && `${page}?invoicesBefore=${invoices.older}#invoices`}
        newestHref={query.invoicesBefore === null ? null : `${page}#invoices`}
        timeZone={timeZone}
        formResult={formResult}
        address={whyNotMailable(account) === null && account.addressState === null ? account.email : null}
        resend={resendAction.bind(null, id)}
      />
      <AccountRequests requests={requests} timeZone={timeZone} />
      <Notes notes={notes} timeZone={timeZone} removeNote={noteAction.bind(null, id)} />
      <TimelineList
        entries={timeline.entries}
        filters={TIMELINE_FILTERS}
        filter={query.filter}
        hrefOf={(filter) => hrefOf(filter)}
        olderHref={timeline.older && hrefOf(query.filter, writeTimeCursor(timeline.older))}
        newestHref={query.before && hrefOf(query.filter)}
        timeZone={timeZone}
        today={todayIn(timeZone, now().getTime())}
      />
    </>
  );
}
