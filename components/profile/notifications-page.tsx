import { getTranslations } from "next-intl/server";
import { CurrentNotifications, type Notified } from "@/components/profile/current-notifications";
import { RecentMails } from "@/components/profile/recent-mails";
import { type RequestAnswer, RequestForm } from "@/components/profile/request-form";
import { RequestList } from "@/components/profile/request-list";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { RecentMail } from "@/lib/mails/deliveries/list-recent-mails";
import type { OwnRequest } from "@/lib/requests/own-request";

interface NotificationsPageProps {
  notified: Notified;
  supplierName: string;
  timeZone: string;
  requests: readonly OwnRequest[];
  mails: readonly RecentMail[];
  answer: RequestAnswer | null;
  /** Set after a request was sent; `isCopied` says whether the user gets a copy. */
  sent: { isCopied: boolean } | null;
  helpHref: string;
  /** Receives `email`, `preference` and `message`. */
  ask: (form: FormData) => Promise<void>;
}

/** `/profile/notifications`: the settings, the requests to change them and the delivery state of the last mails. */
export async function NotificationsPage(props: NotificationsPageProps) {
  const t = await getTranslations("notifications");
  const { notified, mails, requests, timeZone } = props;
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      {props.sent && (
        <Note tone="ok">
          <p>
            {t("sent")} {props.sent.isCopied && t("sentMail")}
          </p>
        </Note>
      )}
      <CurrentNotifications notified={notified} supplierName={props.supplierName} timeZone={timeZone} />
      {requests.length > 0 && <RequestList requests={requests} timeZone={timeZone} />}
      <RequestForm answer={props.answer} current={notified.preference} timeZone={timeZone} ask={props.ask} />
      <Section title={t("mailsTitle")}>
        <p className="mb-3 text-2 text-ink-2">
          {mails.length > 0 ? t("mailsLead") : t(notified.preference === "none" ? "noMailsNone" : "noMails")}{" "}
          <a href={props.helpHref}>{t("mailsHelp")}</a>
        </p>
        {mails.length > 0 && <RecentMails mails={mails} timeZone={timeZone} />}
      </Section>
    </div>
  );
}
