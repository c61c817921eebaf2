import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { switchAccountAction } from "@/app/switch-account-action";
import { InvoicePage } from "@/components/invoices/document/invoice-page";
import { Questions } from "@/components/invoices/document/questions";
import { ShareInvoice } from "@/components/invoices/document/share-invoice";
import { isPreviewHidden, PREVIEW_COOKIE } from "@/components/invoices/preview/preview-choice";
import { ElsewherePage } from "@/components/persons/elsewhere-page";
import { isCustomerUser } from "@/lib/access/viewer";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { type Flash, readFlash } from "@/lib/http/flash";
import { isReading } from "@/lib/http/recorded-use";
import { isCountedVisit, setPageStatus } from "@/lib/http/response-head";
import { returnPath } from "@/lib/http/return-path";
import { searchParam } from "@/lib/http/search-params";
import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { findElsewhere } from "@/lib/invoices/one/find-elsewhere";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { invoiceView } from "@/lib/invoices/one/invoice-view";
import { openSurroundings } from "@/lib/invoices/one/open-surroundings";
import { recordReading } from "@/lib/invoices/readings/record-reading";
import { SHARING_REFUSALS } from "@/lib/links/shares/create-share";
import { listShares } from "@/lib/links/shares/list-shares";
import { listInvoiceQuestions } from "@/lib/requests/list-invoice-questions";
import { noteRequestRead } from "@/lib/requests/note-request-read";
import { type ReaderSession, requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../customer-shell";
import { askQuestionAction } from "../../profile/requests/ask-question-action";
import { closeRequestAction } from "../../profile/requests/close-request-action";
import { replyAction } from "../../profile/requests/reply-action";
import { writingRefusal, writingResult } from "../../profile/requests/writing-result";
import { revokeShareAction } from "./revoke-share-action";
import { shareAction } from "./share-action";

type Props = PageProps<"/invoices/[id]">;

const openInvoice = cache(async (id: string) => {
  const session = await requireReader();
  return { session, invoice: await getInvoice(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { invoice } = await openInvoice((await params).id);
  if (!invoice) return { title: (await getTranslations("notFound"))("pageTitle") };
  return { title: (await getTranslations("invoice"))(`title.${invoice.type}`, { number: invoice.number }) };
}

export default async function Page({ params, searchParams }: Props) {
  const { session, invoice } = await openInvoice((await params).id);
  // These query parameters are those of the list. They are kept for the links back to it.
  const query = readInvoiceQuery(await searchParams);
  if (!invoice) return showMissingInvoice(session, (await params).id, query);
  if (isCountedVisit(isReading, await headers())) recordReading(session.viewer, invoice.id, "seen");
  const { supplier } = session;
  const [surroundings, questions, sharing] = await Promise.all([
    openSurroundings(session, invoice, query),
    listInvoiceQuestions(session.viewer, invoice.id),
    listShares(session.viewer, invoice.id),
  ]);
  if (isCountedVisit(isReading, await headers()))
    noteRequestRead(
      session.viewer,
      questions.threads.map((thread) => thread.id),
    );
  const flash = await readFlash(invoicePath(invoice.id));
  const isAboutShare = flash.result.about === "share";
  return (
    <CustomerShell session={session} section="invoices">
      <InvoicePage
        invoice={invoiceView(invoice, surroundings, { session, query })}
        timeZone={supplier.timeZone}
        canShare={sharing.canShare}
        previewStart={await previewStart(session)}
        share={
          <ShareInvoice
            type={invoice.type}
            {...sharing}
            listQuery={writeInvoiceQuery(query)}
            {...sharingResult(flash)}
            share={shareAction.bind(null, invoice.id)}
            revoke={revokeShareAction.bind(null, invoice.id)}
          />
        }
        questions={
          <Questions
            invoice={invoice}
            listQuery={writeInvoiceQuery(query)}
            questions={questions}
            supplierName={supplier.name}
            timeZone={supplier.timeZone}
            isAsking={searchParam(await searchParams, "ask") !== ""}
            {...askingLinks(invoicePath(invoice.id, writeInvoiceQuery(query)))}
            formResult={writingResult(flash)}
            refusal={isAboutShare ? null : writingRefusal(flash)}
            ask={askQuestionAction}
            reply={replyAction}
            close={closeRequestAction}
          />
        }
      />
    </CustomerShell>
  );
}

/** Staff who view as a customer open documents one by one, because each is written to the customer's journal. */
async function previewStart({ viewer }: ReaderSession) {
  if (!isCustomerUser(viewer)) return "asked";
  return isPreviewHidden((await cookies()).get(PREVIEW_COOKIE)?.value) ? "hidden" : "shown";
}

/** What the last form of « Partager » did, or why it was refused. */
function sharingResult({ result, typed }: Flash) {
  const done = (["shared", "share_revoked"] as const).find((one) => one === result.done) ?? null;
  const reason =
    result.about === "share" ? SHARING_REFUSALS.find((known) => known === result.reason) : undefined;
  return { done, refusal: reason ? { reason, recipient: typed.recipient ?? "" } : null };
}

/** The links that open and close the form of a question on the invoice's page. */
function askingLinks(page: string) {
  return {
    askHref: `${page}${page.includes("?") ? "&" : "?"}ask=1#questions`,
    cancelHref: `${page}#questions`,
  };
}

/**
 * Redirects to the page about a removed invoice, or names the other company of the person that has the invoice; else
 * shows the not-found page.
 */
async function showMissingInvoice(session: ReaderSession, id: string, query: InvoiceQuery) {
  const elsewhere = await findElsewhere(session, id, query);
  if (elsewhere?.kind === "removed") redirect(elsewhere.href);
  if (!elsewhere) {
    answerNotFound();
    return <MissingPage />;
  }
  setPageStatus(404);
  return (
    <CustomerShell session={session} section="invoices">
      <ElsewherePage
        company={elsewhere.account}
        place={elsewhere.place}
        next={returnPath(invoicePath(id, writeInvoiceQuery(query))) ?? invoicePath(id)}
        switchCompany={switchAccountAction}
      />
    </CustomerShell>
  );
}
