import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MissingPage } from "@/app/missing-page";
import { HelpTopicPage } from "@/components/help/help-topic-page";
import { helpPath } from "@/lib/help/help-path";
import { openHelp } from "@/lib/help/open-help";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { listRecentMails } from "@/lib/mails/deliveries/list-recent-mails";
import { requireSupplier, SupplierShell } from "../../supplier-shell";
import { type HelpVisitor, helpVisitor } from "../help-visitor";

type Props = PageProps<"/[supplier]/help/[topic]">;

async function openAnswer(params: Props["params"]) {
  const supplier = await requireSupplier(params);
  return { supplier, answer: openHelp((await params).topic, supplier, await getLocale()) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { answer } = await openAnswer(params);
  return { title: answer?.question ?? (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { supplier, answer } = await openAnswer(params);
  if (!answer) {
    answerNotFound();
    return <MissingPage />;
  }
  const helpHref = helpPath(supplier.slug);
  const visitor = await helpVisitor(supplier);
  return (
    <SupplierShell supplier={supplier}>
      <HelpTopicPage
        helpHref={helpHref}
        answer={answer}
        mails={answer.showsMails ? await mailsShown(visitor, supplier.slug, answer.slug) : null}
        aside={visitor.aside}
      />
    </SupplierShell>
  );
}

/** Returns the mails to show, or a sign-in link. Null for users of another supplier: they have no mails here. */
async function mailsShown({ session, profile, isSignedIn }: HelpVisitor, slug: string, topic: string) {
  if (session && profile) {
    const mails = await listRecentMails(session.viewer);
    const { notificationEmail: email, preference, channel, addressState } = profile;
    return {
      settings: { email, preference, channel, isStopped: addressState !== null },
      mails,
      timeZone: session.supplier.timeZone,
    };
  }
  return isSignedIn
    ? null
    : { signInHref: `/${slug}?${new URLSearchParams({ next: helpPath(slug, topic) })}` };
}
