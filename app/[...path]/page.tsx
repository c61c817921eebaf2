import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MissingPage } from "@/app/missing-page";
import { answerNotFound } from "@/lib/http/answer-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("pageTitle") };
}

/** The not-found page for every path without a route. */
export default function Page() {
  answerNotFound();
  return <MissingPage />;
}
