import { getTranslations } from "next-intl/server";
import { CopyButton } from "./copy-button";

/** A button that copies the text shown beside it; `label` names the text. */
export async function CopyText({ text, label }: { text: string; label: string }) {
  const t = await getTranslations("copying");
  return <CopyButton text={text} label={label} doneLabel={t("done")} failedLabel={t("failed")} />;
}
