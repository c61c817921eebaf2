import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";

interface FindBoxProps {
  q: string;
  /** The list that the search stays in, by its name in the URL. */
  list: string | null;
  /** The sentence with the number of results; absent before a search. */
  found?: string | null;
}

/** The search box of the console. It finds accounts by any of their numbers, names and addresses. */
export async function FindBox({ q, list, found = null }: FindBoxProps) {
  const t = await getTranslations("console.accounts.search");
  return (
    <form className="find-box" method="get" action="/console/accounts" role="search">
      {list !== null && <input type="hidden" name="list" value={list} />}
      <label htmlFor="q" className="font-medium">
        {t("label")}
      </label>
      <input
        className="input"
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        aria-describedby="q-hint"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton kind="main">{t("button")}</SubmitButton>
      <p id="q-hint" className="text-1 text-ink-2">
        {t("hint")}{" "}
        <span className="needs-script">{t.rich("shortcut", { kbd: (key) => <kbd>{key}</kbd> })}</span> {found}
      </p>
    </form>
  );
}
