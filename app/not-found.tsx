import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/components/errors/not-found-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("pageTitle") };
}

/**
 * The page that Next shows after notFound(); pages that can render MissingPage do that instead. Next renders it twice
 * with every page, in case it is needed, so it reads no session, makes no query and has little text.
 */
export default function NotFound() {
  return (
    <main className="page-width">
      <NotFoundPage back="home" />
    </main>
  );
}
