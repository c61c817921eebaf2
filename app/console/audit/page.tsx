import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/components/console/audit/audit-page";
import { readAuditFilter, writeAuditFilter } from "@/lib/audit/audit-filter";
import { listSupplierJournal } from "@/lib/audit/list-supplier-journal";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { personLabel } from "@/lib/person-label";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { writeTimeCursor } from "@/lib/time-cursor";
import { listStaff } from "@/lib/users/staff/list-staff";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.audit"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/console/audit">) {
  const [session, search] = await Promise.all([requireSupplierManager(), searchParams]);
  const { viewer, supplier } = session;
  const { timeZone } = supplier;
  const filter = readAuditFilter(search, todayIn(timeZone, now().getTime()));
  const [journal, staff] = await Promise.all([
    listSupplierJournal(viewer, filter, timeZone),
    listStaff(viewer),
  ]);
  const query = writeAuditFilter(filter).toString();
  return (
    <ConsoleShell session={session} section="audit">
      <AuditPage
        filter={filter}
        staff={staff.map((one) => ({ id: one.id, label: personLabel(one) }))}
        entries={journal.entries}
        links={{
          newest: filter.after && `/console/audit?${query}`,
          older: journal.older && `/console/audit?${query}&after=${writeTimeCursor(journal.older)}`,
          csv: `/console/audit/export?${query}`,
        }}
        timeZone={timeZone}
      />
    </ConsoleShell>
  );
}
