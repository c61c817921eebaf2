import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMailbox } from "@/app/dev/require-mailbox";
import { changeLocaleAction } from "@/app/locale-action";
import { MailPage } from "@/components/mailbox/mail-page";
import { PublicShell } from "@/components/shell/public-shell";
import { openMailboxMail } from "@/lib/mails/transports/open-mailbox-mail";

export async function generateMetadata({ params }: PageProps<"/dev/mailbox/[id]">): Promise<Metadata> {
  return { title: (await requireMail(params)).subject };
}

export default async function Page({ params }: PageProps<"/dev/mailbox/[id]">) {
  const mail = await requireMail(params);
  return (
    <PublicShell brand={null} links={[]} changeLocale={changeLocaleAction}>
      <MailPage mail={{ ...mail, sentAt: Date.parse(mail.sentAt) }} />
    </PublicShell>
  );
}

async function requireMail(params: Promise<{ id: string }>) {
  requireMailbox();
  return (await openMailboxMail((await params).id)) ?? notFound();
}
