import { getTranslations } from "next-intl/server";
import { AccountMails, type AccountMailsProps } from "@/components/help/account-mails";
import { HelpBlocks } from "@/components/help/help-blocks";
import type { HelpBlock, HelpEntry, HelpGroup } from "@/components/help/help-entry";
import { type HelpAside, HelpFrame } from "@/components/help/help-frame";
import { HelpQuestions } from "@/components/help/help-questions";
import { Section } from "@/components/ui/section";

interface HelpTopicPageProps {
  helpHref: string;
  answer: HelpEntry & { group: HelpGroup; blocks: readonly HelpBlock[]; related: readonly HelpEntry[] };
  /** On pages about mails: the delivery state of the account's last mails, or a sign-in link. */
  mails: AccountMailsProps | { signInHref: string } | null;
  aside: HelpAside;
}

/** `/{supplier}/help/{topic}`: one question and its answer. */
export async function HelpTopicPage({ helpHref, answer, mails, aside }: HelpTopicPageProps) {
  const t = await getTranslations("help");
  return (
    <>
      <nav className="breadcrumb" aria-label={t("breadcrumb")}>
        <a className="tap-link" href={helpHref}>
          {t("title")}
        </a>
        <span aria-hidden="true">/</span>
        <span>{t(`groups.${answer.group}`)}</span>
      </nav>
      <HelpFrame aside={aside}>
        <article>
          <h1>{answer.question}</h1>
          <p className="mt-3 mb-6 text-4 text-ink-2">{answer.summary}</p>
          <HelpBlocks blocks={answer.blocks} />
        </article>
        {mails && "settings" in mails && <AccountMails {...mails} />}
        {mails && "signInHref" in mails && (
          <Section title={t("mails.title")}>
            <p>{t.rich("mails.signIn", { link: (words) => <a href={mails.signInHref}>{words}</a> })}</p>
          </Section>
        )}
        {answer.related.length > 0 && (
          <Section title={t("related")}>
            <HelpQuestions entries={answer.related} helpHref={helpHref} />
          </Section>
        )}
      </HelpFrame>
    </>
  );
}
