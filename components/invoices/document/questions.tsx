import { getTranslations } from "next-intl/server";
import {
  type QuestionedInvoice,
  QuestionForm,
  type WritingRefusal,
} from "@/components/requests/question-form";
import { ReplyForm } from "@/components/requests/reply-form";
import { Thread } from "@/components/requests/thread";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { InvoiceQuestions } from "@/lib/requests/list-invoice-questions";

const REQUESTS = "/profile/requests";

type BoundAction = (requestId: string, invoiceId: string, form?: FormData) => Promise<undefined>;

export interface QuestionsProps {
  invoice: QuestionedInvoice;
  /** The query of the list that the reader came from. */
  listQuery: string;
  questions: InvoiceQuestions;
  supplierName: string;
  timeZone: string;
  /** The link that opens the form of a question: the same page, with the query parameters of the list. */
  askHref: string;
  cancelHref: string;
  isAsking: boolean;
  /** The result of the last form: what was sent or closed. */
  formResult: "asked" | "asked_before" | "replied" | "closed" | null;
  /** Why a message was not sent; `about` is the request of a reply, null for a new question. */
  refusal: (WritingRefusal & { about: string | null }) | null;
  ask: (form: FormData) => Promise<void>;
  /** Receive the ids of the request and of the invoice as bound arguments. */
  reply: BoundAction;
  close: BoundAction;
}

/** The questions on the page of an invoice: their threads, a reply to the last one, and a new question. */
export async function Questions(props: QuestionsProps) {
  const { questions, refusal, isAsking } = props;
  const { threads, hasMore, adviser } = questions;
  const t = await getTranslations("requests");
  return (
    <section className="section print:hidden" id="questions">
      <h2>{t("questionsTitle")}</h2>
      <div className="grid gap-5">
        {props.formResult && (
          <Note tone="ok">
            <p>
              {t(`news.${props.formResult}`)}{" "}
              {props.formResult !== "closed" &&
                adviser.answerWithinDays !== null &&
                t("promise", { days: adviser.answerWithinDays })}
            </p>
          </Note>
        )}
        {hasMore && (
          <a className="tap-link text-2" href={REQUESTS}>
            {t("earlier")}
          </a>
        )}
        {threads.map((thread, index) => (
          <div className="grid gap-3" key={thread.id}>
            <Thread
              thread={thread}
              side="customer"
              supplierName={props.supplierName}
              timeZone={props.timeZone}
            />
            {index === threads.length - 1 && !isAsking ? (
              <ReplyForm
                id={`reply-${thread.id}`}
                state={thread.state}
                refusal={refusal && refusal.about === thread.id ? refusal : null}
                reply={props.reply.bind(null, thread.id, props.invoice.id)}
                close={props.close.bind(null, thread.id, props.invoice.id)}
              />
            ) : (
              <p className="text-2">
                <a className="tap-link" href={`/profile/requests/${thread.id}`}>
                  {t("openThread")}
                </a>
              </p>
            )}
          </div>
        ))}
        {isAsking ? (
          <QuestionForm
            invoice={props.invoice}
            listQuery={props.listQuery}
            refusal={refusal && refusal.about === null ? refusal : null}
            answerWithinDays={adviser.answerWithinDays}
            cancelHref={props.cancelHref}
            ask={props.ask}
          />
        ) : (
          <LinkButton href={props.askHref} className="justify-self-start max-tablet:w-full">
            {t("ask")}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
