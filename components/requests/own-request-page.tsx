import { getTranslations } from "next-intl/server";
import { ContactFacts } from "@/components/pages/contact-facts";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { AdviserContact } from "@/lib/requests/find-adviser";
import type { RequestThread } from "@/lib/requests/request-thread";
import type { WritingRefusal } from "./question-form";
import { ReplyForm } from "./reply-form";
import { requestTitle } from "./request-title";
import { Thread } from "./thread";

const REQUESTS = "/profile/requests";

export const WRITING_RESULTS = ["asked", "asked_before", "replied", "closed"] as const;

export type WritingResult = (typeof WRITING_RESULTS)[number];

interface OwnRequestPageProps {
  thread: RequestThread;
  adviser: AdviserContact;
  supplierName: string;
  timeZone: string;
  formResult: WritingResult | null;
  refusal: WritingRefusal | null;
  reply: (form: FormData) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * `/profile/requests/{id}`: a request of the account with its thread, the form of a reply, and the adviser's contact
 * details.
 */
export async function OwnRequestPage(props: OwnRequestPageProps) {
  const { thread, adviser, formResult } = props;
  const t = await getTranslations("requests");
  return (
    <div className="grid gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href={REQUESTS}>
          {t("title")}
        </Breadcrumb>
        <h1 className="wrap-anywhere">{requestTitle(t, thread.subject)}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-2">
          <Badge>{t(`states.${thread.state}`)}</Badge>
          {thread.invoiceId !== null && (
            <a className="tap-link" href={`/invoices/${thread.invoiceId}`}>
              {t("openInvoice")}
            </a>
          )}
        </p>
      </div>
      {formResult && (
        <Note tone="ok">
          <p>
            {t(`news.${formResult}`)}{" "}
            {formResult !== "closed" && adviser.answerWithinDays !== null && (
              <>{t("promise", { days: adviser.answerWithinDays })}</>
            )}
          </p>
        </Note>
      )}
      <Thread thread={thread} side="customer" supplierName={props.supplierName} timeZone={props.timeZone} />
      <ReplyForm
        id="text"
        state={thread.state}
        refusal={props.refusal}
        reply={props.reply}
        close={props.close}
      />
      <Section title={t("adviserTitle")}>
        <ContactFacts contact={adviser} />
      </Section>
    </div>
  );
}
