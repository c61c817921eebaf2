import { getTranslations } from "next-intl/server";
import { type ColumnName, INDEX_COLUMNS, type IndexWords } from "@/lib/exports/index-columns";

/** Returns the texts of an index in the user's language. */
export async function indexWords(): Promise<IndexWords> {
  const t = await getTranslations("export");
  const columns = INDEX_COLUMNS.map(({ name }) => [name, t(`columns.${name}`)] as const);
  return {
    sheet: t("sheet"),
    columns: Object.fromEntries(columns) as Record<ColumnName, string>,
    type: { invoice: t("type.invoice"), credit_note: t("type.credit_note") },
    legalRole: { original: t("legalRole.original"), duplicate: t("legalRole.duplicate") },
  };
}
