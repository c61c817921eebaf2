import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Note } from "@/components/ui/note";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import type { SeveralResult } from "@/lib/users/add-several-users";
import { messageToSend, type NewAccess } from "./message-to-send";

/** A line of the list; `access` is that of the person who was added. */
type AddedRow = SeveralResult & { access: NewAccess | null };

/** The result of adding a pasted list: credentials to pass on, shown once, and the lines that were refused. */
export async function SeveralUsersResult({ rows }: { rows: readonly AddedRow[] }) {
  const t = await getTranslations("admin");
  const messages = await Promise.all(rows.map(({ access }) => access && messageToSend(access)));
  const added = rows.filter(({ refusal }) => refusal === null);
  const hasPasswords = added.some(({ password }) => password !== null);
  return (
    <div className="grid gap-6">
      <Note tone={added.length === rows.length && rows.length > 0 ? "ok" : "warn"}>
        <p>{t("several.done", { added: added.length, all: rows.length })}</p>
        {hasPasswords && <p>{t("handedOver.passOn", { days: FIRST_ACCESS_DAYS })}</p>}
      </Note>
      {rows.length > 0 && (
        <ul className="bleed border border-line bg-surface text-2" aria-label={t("several.results")}>
          {rows.map(({ email, identifier, password, refusal }, index) => (
            <li
              key={index}
              className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 tablet:grid-cols-2"
            >
              <span className="font-mono break-all">{identifier ?? email}</span>
              {refusal === null ? (
                <span>
                  {password === null ? t("several.invited") : <b className="font-mono">{password}</b>}
                  {identifier !== email && (
                    <span className="block text-1 text-ink-2">{t("several.otherIdentifier", { email })}</span>
                  )}
                  <span className="block">
                    <CopyText text={messages[index] ?? ""} label={t("handedOver.copyMessage")} />
                  </span>
                </span>
              ) : (
                <span className="text-bad">{t(`several.refusals.${refusal}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <LinkButton kind="main" href="/admin/users" className="justify-self-start">
        {t("handedOver.back")}
      </LinkButton>
    </div>
  );
}
