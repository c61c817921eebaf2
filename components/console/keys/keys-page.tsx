import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { KeyList } from "@/lib/keys/list-keys";
import { KeyTable } from "./key-table";

interface KeysPageProps extends KeyList {
  timeZone: string;
  /** The name of the key that was just revoked. */
  revoked: string | null;
}

/** `/console/keys`: the supplier's keys to the API. */
export async function KeysPage({ active, ended, hasMoreEnded, timeZone, revoked }: KeysPageProps) {
  const t = await getTranslations("console.keys");
  return (
    <div className="grid gap-6">
      <div>
        <PageHead title={t("title")}>
          <LinkButton href="/console/keys/new" kind="main">
            {t("create")}
          </LinkButton>
        </PageHead>
        <p className="max-w-text text-ink-2">{t("lead")}</p>
      </div>
      {revoked !== null && (
        <Note tone="ok">
          <p>{t("revoked", { name: revoked })}</p>
        </Note>
      )}
      {active.length === 0 ? (
        <EmptyState title={t("noneTitle")}>
          <p>{t("none")}</p>
        </EmptyState>
      ) : (
        <KeyTable label={t("title")} keys={active} timeZone={timeZone} />
      )}
      {ended.length > 0 && (
        <Section title={t("endedTitle")}>
          <KeyTable label={t("endedTitle")} keys={ended} timeZone={timeZone} />
          {hasMoreEnded && (
            <p className="mt-2 text-1 text-ink-2">{t("endedMore", { count: ended.length })}</p>
          )}
        </Section>
      )}
    </div>
  );
}
