import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MailPreviewPage } from "@/components/console/settings/mail-preview-page";
import { isLocale } from "@/lib/languages";
import { PREVIEWED_MAILS, previewMail } from "@/lib/settings/preview-mail";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../../console-shell";

const FIRST_SHOWN = "notification-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.settings"))("preview.title") };
}

export default async function Page({ searchParams }: PageProps<"/console/settings/mails/preview">) {
  const session = await requireSupplierManager();
  const { mail, language } = await searchParams;
  const locale = isLocale(language) ? language : await getLocale();
  const name = PREVIEWED_MAILS.find((sample) => sample.name === mail)?.name ?? FIRST_SHOWN;
  const shown = await previewMail(session.viewer, name, locale);
  if (!shown) throw new Error("The first sample of a mail was not found.");
  return (
    <ConsoleShell session={session} section="settings" settingsPage="mails">
      <MailPreviewPage
        samples={PREVIEWED_MAILS.map((sample) => ({ name: sample.name, kind: sample.kind }))}
        name={name}
        locale={locale}
        mail={shown}
      />
    </ConsoleShell>
  );
}
