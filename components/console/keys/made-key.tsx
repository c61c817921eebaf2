import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

interface MadeKeyProps {
  /** Sentences that say what was done. */
  done: readonly string[];
  /** Shown only here, once. */
  secret: string;
}

/**
 * A key that was just created, shown once. Without client components: the response to a form sent without scripts cannot
 * hold any.
 */
export async function MadeKey({ done, secret }: MadeKeyProps) {
  const t = await getTranslations("console.keys");
  return (
    <div className="grid max-w-form gap-6">
      <Note tone="ok">
        {done.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Note>
      <dl className="text-2">
        <dt className="text-ink-2">{t("secret")}</dt>
        <dd>
          <mark className="font-mono font-medium wrap-anywhere">{secret}</mark>
        </dd>
      </dl>
      <p className="text-2">{t("once")}</p>
      <p className="text-2 text-ink-2">
        {t("usage")} <code className="wrap-anywhere">Authorization: Bearer</code>.
      </p>
      <Actions>
        <LinkButton kind="main" href="/console/keys">
          {t("back")}
        </LinkButton>
      </Actions>
    </div>
  );
}
