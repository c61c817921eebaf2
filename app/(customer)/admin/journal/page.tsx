import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JournalPage } from "@/components/admin/journal-page";
import { listJournal } from "@/lib/audit/list-journal";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { readTimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { CustomerShell } from "../../customer-shell";
import { journalRow } from "./journal-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.journal"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/admin/journal">) {
  const session = await requireAdministrator();
  const t = await getTranslations("admin.journal");
  const { entries, older } = await listJournal(session.viewer, readTimeCursor((await searchParams).after));
  return (
    <CustomerShell session={session} section="admin">
      <JournalPage
        rows={entries.map((entry) => journalRow(entry, t))}
        olderHref={older && `/admin/journal?after=${writeTimeCursor(older)}`}
        timeZone={session.supplier.timeZone}
      />
    </CustomerShell>
  );
}
