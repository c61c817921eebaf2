import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** The search form of the help. It uses GET, so that the search terms are in the URL. */
export async function HelpSearch({ helpHref, words }: { helpHref: string; words: string }) {
  const t = await getTranslations("help");
  return (
    <search>
      <form action={helpHref} method="get" className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
        <Field id="q" name="q" label={t("search")} defaultValue={words} hint={t("searchHint")} />
        <SubmitButton className="mt-[1.55rem]">{t("searchSubmit")}</SubmitButton>
      </form>
    </search>
  );
}
