import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MissingPage } from "./missing-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("pageTitle") };
}

export default function NotFound() {
  return <MissingPage />;
}
