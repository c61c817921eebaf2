import { getLocale, getTranslations } from "next-intl/server";
import { requestTitle } from "@/components/requests/request-title";
import { Thread } from "@/components/requests/thread";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import { isEnded } from "@/lib/request-choices";
import type { OpenedRequest } from "@/lib/requests/open-staff-request";
import { AnswerForm, type AnswerFormProps } from "./answer-form";
import { AssignForm } from "./assign-form";
import { PassOnForm } from "./pass-on-form";

const REQUESTS = "/console/requests";

export interface StaffRequestPageProps extends Pick<AnswerFormProps, "answer" | "markAnswering"> {
  request: OpenedRequest;
  supplierName: string;
  viewerId: string;
  timeZone: string;
  /** The sentence about the last form: what was done, or why it was refused. */
  formResult: { tone: "ok" | "warn" | "bad"; text: string } | null;
  typedNote: string;
  /** Receives `assignee`. */
  assign: (form: FormData) => Promise<void>;
  /** Receives `contact` and `note`. */
  passOn: (form: FormData) => Promise<void>;
  /** Receives `outcome`. */
  closeOrReopen: (form: FormData) => Promise<void>;
}

/**
 * `/console/requests/{id}`: a customer's request, the form to answer it, and the member of staff who takes care of it.
 */
export async function StaffRequestPage(props: StaffRequestPageProps) {
  const { request, formResult, timeZone } = props;
  const { thread, account, asker, answering } = request;
  const [locale, t, r] = await Promise.all([
    getLocale(),
    getTranslations("console.requests"),
    getTranslations("requests"),
  ]);
  const n = await getTranslations("notifications");
  const ended = isEnded(thread.state);
  return (
    <>
      <Breadcrumb label={r("breadcrumb")} href={REQUESTS}>
        {t("title")}
      </Breadcrumb>
      <div className="mb-6">
        <h1 className="wrap-anywhere">{requestTitle(r, thread.subject)}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-2">
          <Badge>{r(`states.${thread.state}`)}</Badge>
          <a className="tap-link" href={`/console/accounts/${account.id}`}>
            {account.companyName}
          </a>
          <span className="text-ink-2">{t("customer", { number: account.customerNumber })}</span>
        </p>
      </div>
      <div className="mb-5 grid gap-3 empty:hidden">
        {formResult && (
          <Note tone={formResult.tone}>
            <p>{formResult.text}</p>
          </Note>
        )}
        {answering !== null && (
          <Note tone="warn">
            <p>{t("answeringNow", { name: answering })}</p>
          </Note>
        )}
      </div>
      <div className="request-split">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Thread thread={thread} side="supplier" supplierName={props.supplierName} timeZone={timeZone} />
          <AnswerForm request={request} answer={props.answer} markAnswering={props.markAnswering} />
        </div>
        <aside className="grid grid-cols-[minmax(0,1fr)] gap-8">
          <Section title={t("whoTitle")}>
            <Facts
              facts={[
                { term: t("asker"), value: asker.name || asker.identifier },
                { term: t("identifier"), value: <span className="font-mono">{asker.identifier}</span> },
                {
                  term: t("email"),
                  value: asker.email ? (
                    <>
                      <a href={`mailto:${asker.email}`}>{asker.email}</a>
                      {!asker.isEmailProven && (
                        <small className="block text-1 text-ink-2">{t("notProven")}</small>
                      )}
                    </>
                  ) : (
                    t("noEmail")
                  ),
                },
                {
                  term: t("today"),
                  value: thread.subject.kind === "notification_change" && (
                    <>
                      {account.email ?? t("noAddress")}
                      <small className="block text-1 text-ink-2">
                        {n(`preferences.${account.preference}`)}
                        {account.pendingEmail && ` · ${t("pending", { address: account.pendingEmail })}`}
                      </small>
                    </>
                  ),
                },
              ]}
            />
          </Section>
          <AssignForm
            colleagues={request.colleagues}
            assigneeId={request.assigneeId}
            viewerId={props.viewerId}
            assign={props.assign}
          />
          <PassOnForm contacts={request.contacts} note={props.typedNote} passOn={props.passOn} />
          <Form action={props.closeOrReopen}>
            <input type="hidden" name="outcome" value={ended ? "reopened" : "closed"} />
            <SubmitButton>{t(ended ? "reopen" : "close")}</SubmitButton>
            <p className="mt-2 text-1 text-ink-2">{t("endHint")}</p>
          </Form>
          {request.events.length > 0 && (
            <Section title={t("eventsTitle")}>
              <ol className="grid gap-2 text-2">
                {request.events.map(({ id, at, action, by, assigneeId, contactId }) => (
                  <li key={id}>
                    {action === "request_passed_on"
                      ? t("passedOnTo", { by, name: nameIn(request.contacts, contactId) })
                      : assigneeId === null
                        ? t("unassignedBy", { by })
                        : t("assignedBy", { by, name: nameIn(request.colleagues, assigneeId) })}
                    <small className="block text-1 text-ink-2">{formatInstant(at, locale, timeZone)}</small>
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </aside>
      </div>
    </>
  );

  function nameIn(people: readonly { id: string; name: string }[], id: string | null): string {
    return people.find((one) => one.id === id)?.name ?? t("somebody");
  }
}
