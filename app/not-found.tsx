import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/components/errors/not-found-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("pageTitle") };
}

/**
 * For what throws notFound(), where no page can draw MissingPage. Next draws this twice along with every page there is,
 * in case it were missing: no session, no query, few words.
 */
export default function NotFound() {
  return (
    <main className="page-width">
      <NotFoundPage back="home" />
    </main>
  );
}
