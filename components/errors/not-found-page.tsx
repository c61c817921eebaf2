import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";

const WAYS_BACK = { home: "/", invoices: "/invoices" } as const;

/** The 404 text: the same for a page that never existed, no longer exists or belongs to somebody else. */
export async function NotFoundPage({ back }: { back: keyof typeof WAYS_BACK }) {
  const t = await getTranslations("notFound");
  return (
    <div className="max-w-text space-y-4 py-8">
      <p className="text-2 text-ink-2">{t("status")}</p>
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t("lead")}</p>
      <p>{t("advice")}</p>
      <Actions>
        <LinkButton kind="main" href={WAYS_BACK[back]}>
          {t(back)}
        </LinkButton>
      </Actions>
    </div>
  );
}
