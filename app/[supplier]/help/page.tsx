import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpIndexPage } from "@/components/help/help-index-page";
import { helpPath } from "@/lib/help/help-path";
import { findHelp, listHelp } from "@/lib/help/open-help";
import { requireSupplier, SupplierShell } from "../supplier-shell";
import { helpVisitor } from "./help-visitor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

const LONGEST_SHOWN = 200;

export default async function Page({ params, searchParams }: PageProps<"/[supplier]/help">) {
  const supplier = await requireSupplier(params);
  const [{ q }, locale, { aside }] = await Promise.all([searchParams, getLocale(), helpVisitor(supplier)]);
  const words = (typeof q === "string" ? q : "").trim().slice(0, LONGEST_SHOWN);
  return (
    <SupplierShell supplier={supplier}>
      <HelpIndexPage
        helpHref={helpPath(supplier.slug)}
        groups={listHelp(supplier, locale)}
        search={words === "" ? null : { words, found: findHelp(words, supplier, locale) }}
        aside={aside}
      />
    </SupplierShell>
  );
}
