import { getTranslations } from "next-intl/server";
import type { HelpEntry, HelpGroup } from "@/components/help/help-entry";
import { type HelpAside, HelpFrame } from "@/components/help/help-frame";
import { HelpQuestions } from "@/components/help/help-questions";
import { HelpSearch } from "@/components/help/help-search";
import { Section } from "@/components/ui/section";

interface HelpIndexPageProps {
  helpHref: string;
  groups: readonly { group: HelpGroup; entries: readonly HelpEntry[] }[];
  /** The search terms and the results; null without a search. */
  search: { words: string; found: readonly HelpEntry[] } | null;
  aside: HelpAside;
}

/** `/{supplier}/help`: all questions by group, or the results of a search. */
export async function HelpIndexPage({ helpHref, groups, search, aside }: HelpIndexPageProps) {
  const t = await getTranslations("help");
  return (
    <>
      <h1 className="mb-6">{t("title")}</h1>
      <HelpFrame aside={aside}>
        <HelpSearch helpHref={helpHref} words={search?.words ?? ""} />
        {search && (
          <Section title={t("found", { count: search.found.length, words: search.words })}>
            {search.found.length > 0 ? (
              <HelpQuestions entries={search.found} helpHref={helpHref} />
            ) : (
              <p className="text-ink-2">{t("nothingFound")}</p>
            )}
            <p className="mt-3">
              <a className="tap-link" href={helpHref}>
                {t("allQuestions")}
              </a>
            </p>
          </Section>
        )}
        {!search?.found.length &&
          groups.map(({ group, entries }) => (
            <Section key={group} title={t(`groups.${group}`)}>
              <HelpQuestions entries={entries} helpHref={helpHref} />
            </Section>
          ))}
      </HelpFrame>
    </>
  );
}
