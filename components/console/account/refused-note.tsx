import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";

/** Why the last form of an action was refused; nothing when it was not. */
export async function RefusedNote({ refused }: { refused: string | null }) {
  if (refused === null) return null;
  const t = await getTranslations("console.account");
  return (
    <Note tone="bad" title={t("refusedTitle")}>
      <p>{refused}</p>
    </Note>
  );
}
