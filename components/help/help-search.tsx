import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** Looks through the help: a plain form, its words in the URL. */
export async function HelpSearch({ helpHref, words }: { helpHref: string; words: string }) {
  const t = await getTranslations("help");
  return (
    <search>
      <form action={helpHref} method="get" className="help-search">
        <Field id="q" name="q" label={t("search")} defaultValue={words} hint={t("searchHint")} />
        <SubmitButton>{t("searchSubmit")}</SubmitButton>
      </form>
    </search>
  );
}
