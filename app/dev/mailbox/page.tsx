import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMailbox } from "@/app/dev/require-mailbox";
import { changeLocaleAction } from "@/app/locale-action";
import { MailboxPage } from "@/components/mailbox/mailbox-page";
import { PublicShell } from "@/components/shell/public-shell";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";

const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  requireMailbox();
  return { title: (await getTranslations("mailbox"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/dev/mailbox">) {
  requireMailbox();
  const recipient = (await searchParams).to;
  const to = typeof recipient === "string" ? recipient.trim() : "";
  const mails = await listMailbox(SHOWN, to || undefined);
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <MailboxPage
        mails={mails.map(({ id, from, to, subject, attachments, sentAt }) => ({
          id,
          from,
          to,
          subject,
          attachments: attachments.length,
          sentAt: Date.parse(sentAt),
        }))}
        to={to}
        isFull={mails.length === SHOWN}
      />
    </PublicShell>
  );
}
