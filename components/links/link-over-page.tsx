import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";

/** A direct link that opens nothing any more; signing in still does. */
export async function LinkOverPage({ signInHref }: { signInHref: string }) {
  const t = await getTranslations("link.over");
  return (
    <div className="blank py-8">
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t("lead")}</p>
      <p className="acts-full">
        <LinkButton kind="main" href={signInHref}>
          {t("signIn")}
        </LinkButton>
      </p>
    </div>
  );
}
