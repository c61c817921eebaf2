import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { MissingPage } from "@/app/missing-page";
import { PUBLIC_PAGES } from "@/app/public-pages";
import { EndedLinkPage } from "@/components/links/ended-link-page";
import { EndedSharePage } from "@/components/links/ended-share-page";
import { LinkedInvoicesPage } from "@/components/links/linked-invoices-page";
import { SharedInvoicePage } from "@/components/links/shared-invoice-page";
import { brandOf } from "@/components/shell/brand";
import { PublicShell } from "@/components/shell/public-shell";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { isLinkUse } from "@/lib/http/recorded-use";
import { isCountedVisit } from "@/lib/http/response-head";
import { listLinkedInvoices } from "@/lib/links/list-linked-invoices";
import { noteLinkUse } from "@/lib/links/note-link-use";
import { type LinkOpening, openLink, pageOfLink } from "@/lib/links/open-link";
import { findSupplier, type Supplier } from "@/lib/suppliers/find-supplier";
import { secretInPath } from "@/lib/tokens/secret-in-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("link"))("pageTitle"), referrer: "no-referrer" };
}

export default async function Page({ params }: PageProps<"/d/[token]">) {
  const token = secretInPath((await params).token);
  const opened = await openLink(token);
  if (!opened.ok && opened.reason === "unknown") return missing();
  const supplier = await findSupplier(opened.supplierSlug);
  if (!supplier) return missing();
  if (opened.ok && isCountedVisit(isLinkUse, await headers())) await noteLinkUse(opened.viewer);
  // No language switch here: forms of a page with the policy `no-referrer` send no origin and are refused.
  return (
    <PublicShell brand={brandOf(supplier)} links={PUBLIC_PAGES} retentionMonths={supplier.retentionMonths}>
      <Opened token={token} opened={opened} supplier={supplier} />
    </PublicShell>
  );
}

interface OpenedProps {
  token: string;
  opened: Exclude<LinkOpening, { reason: "unknown" }>;
  supplier: Supplier;
}

async function Opened({ token, opened, supplier }: OpenedProps) {
  const signIn = (next: string) => `/${supplier.slug}?next=${encodeURIComponent(next)}`;
  if (!opened.ok && opened.reason === "share_ended")
    return <EndedSharePage why={opened.why} supplierName={supplier.name} signInHref={signIn("/invoices")} />;
  if (!opened.ok) return <EndedLinkPage signInHref={signIn(pageOfLink(opened.invoiceIds))} />;
  const linked = (await listLinkedInvoices(opened.viewer)).map((invoice) => ({
    ...invoice,
    openHref: `/d/${token}/${invoice.id}`,
    downloadHref: `/d/${token}/${invoice.id}?download`,
    takeUrl: `/d/${token}/${invoice.id}`,
  }));
  const [shared] = linked;
  if (opened.share && shared)
    return (
      <SharedInvoicePage
        companyName={opened.companyName}
        share={opened.share}
        invoice={shared}
        openHref={shared.openHref}
        downloadHref={shared.downloadHref}
      />
    );
  return (
    <LinkedInvoicesPage
      supplierName={supplier.name}
      companyName={opened.companyName}
      signInHref={`/${supplier.slug}?next=/invoices`}
      invoices={linked}
    />
  );
}

function missing() {
  answerNotFound();
  return <MissingPage />;
}
