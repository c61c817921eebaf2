import { RemovedPage } from "@/components/invoices/removed-page";
import { requireCustomer } from "@/lib/auth/current-session";
import { todayIn } from "@/lib/dates";
import { readFlash } from "@/lib/http/flash";
import { findRemoved } from "@/lib/invoices/find-removed";
import { findAskedDuplicate } from "@/lib/requests/find-asked-duplicate";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerShell } from "../../customer-shell";
import { askDuplicateAction } from "./ask-duplicate-action";

const PATH = "/invoices/removed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("removed"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/invoices/removed">) {
  const session = await requireCustomer();
  const { viewer, supplier } = session;
  const { number } = await searchParams;
  const wanted = typeof number === "string" ? number.trim() : "";
  const [documents, flash] = await Promise.all([findRemoved(viewer, wanted), readFlash(PATH)]);
  const askedAt = documents[0] ? await findAskedDuplicate(viewer, documents[0].number) : null;
  const day = (at: Date) => todayIn(supplier.timeZone, at.getTime());
  return (
    <CustomerShell session={session} section="invoices">
      <RemovedPage
        number={wanted}
        documents={documents.map(({ removedAt, ...document }) => ({
          ...document,
          removedOn: day(removedAt),
        }))}
        askedOn={askedAt && day(askedAt)}
        isJustAsked={flash.asked === "yes"}
        isRefused={flash.refused !== undefined && askedAt === null}
        retentionMonths={supplier.retentionMonths}
        ask={askDuplicateAction}
      />
    </CustomerShell>
  );
}
