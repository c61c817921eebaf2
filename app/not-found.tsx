import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/components/errors/not-found-page";
import { PublicShell } from "@/components/shell/public-shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  return { title: t("pageTitle") };
}

export default function NotFound() {
  return (
    <PublicShell brand={null} links={[]}>
      <NotFoundPage homeHref="/" />
    </PublicShell>
  );
}
