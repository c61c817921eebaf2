import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import type { OpenChange } from "@/lib/accounts/address-change/find-open-change";
import { formatInstant } from "@/lib/dates";

interface OpenChangeNoticeProps {
  change: OpenChange;
  timeZone: string;
  /** Receives `group`. */
  undo: AnsweringAction;
}

/** The account's last change of address while it can be undone, and « Annuler ». */
export async function OpenChangeNotice({ change, timeZone, undo }: OpenChangeNoticeProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.addressChange.open")]);
  const { newEmail: email, askedBy, createdAt, isApplied, groupId } = change;
  return (
    <section className="mb-5" id="address-change">
      <Note tone="info" title={t("title")}>
        <p className="wrap-anywhere">{t(isApplied ? "applied" : "waiting", { email })}</p>
        <p>{t("asked", { who: askedBy, at: formatInstant(createdAt, locale, timeZone) })}</p>
        <p className="mb-3 text-2 text-ink-2">{t(isApplied ? "undoApplied" : "undoWaiting")}</p>
        <AnsweredForm action={undo} className="grid gap-3">
          <input type="hidden" name="group" value={groupId} />
          <ProofSubmit id="undo-proof" kind="plain">
            {t("undo")}
          </ProofSubmit>
        </AnsweredForm>
      </Note>
    </section>
  );
}
