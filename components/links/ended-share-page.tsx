import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";

interface EndedSharePageProps {
  why: "expired" | "ended" | "off";
  supplierName: string;
  signInHref: string;
}

/** The page of a shared invoice's link that works no longer: whom to ask, and the sign-in for those who have an account. */
export async function EndedSharePage({ why, supplierName, signInHref }: EndedSharePageProps) {
  const t = await getTranslations("link.shareOver");
  return (
    <div className="max-w-text space-y-4 py-8">
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t(why, { supplier: supplierName })}</p>
      <p className="text-2">{t("account", { supplier: supplierName })}</p>
      <p className="actions">
        <LinkButton href={signInHref}>{t("signIn")}</LinkButton>
      </p>
    </div>
  );
}
