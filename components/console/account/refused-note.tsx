import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

/** The note that says why the last form of an action was refused; nothing if it was not refused. */
export async function RefusedNote({ refused }: { refused: string | null }) {
  if (refused === null) return null;
  const t = await getTranslations("console.account");
  return (
    <Note tone="bad" title={t("refusedTitle")}>
      <p>{refused}</p>
    </Note>
  );
}
