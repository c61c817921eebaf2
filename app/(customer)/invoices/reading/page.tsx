import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReadableView } from "@/components/invoices/contents/readable-view";
import { ReadingPage } from "@/components/invoices/reading/reading-page";
import { isCustomerUser } from "@/lib/access/viewer";
import { isReading } from "@/lib/http/recorded-use";
import { isCountedVisit } from "@/lib/http/response-head";
import { readContents } from "@/lib/invoices/original/read-contents";
import { recordReading } from "@/lib/invoices/readings/record-reading";
import { openReading } from "@/lib/invoices/register/open-reading";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/reading">) {
  const session = await requireReader();
  const { viewer } = session;
  const list = await openReading(session, await searchParams);
  const { current, elsewhereHref } = list;
  if (elsewhereHref !== null) redirect(elsewhereHref);
  const read = current && !current.isPdf ? await readContents(viewer, current.id) : null;
  if (current && isCountedVisit(isReading, await headers())) recordReading(viewer, current.id, "seen");
  return (
    <CustomerShell session={session} section="invoices">
      <ReadingPage list={list} isAhead={isCustomerUser(viewer)}>
        {current && read?.ok && (
          <ReadableView contents={read.contents} type={current.type} issuedOn={current.issuedOn} />
        )}
      </ReadingPage>
    </CustomerShell>
  );
}
