import { getLocale, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/dates";
import type { SharedInvoice } from "@/lib/links/shares/create-share";
import type { Share } from "@/lib/links/shares/list-shares";
import { MAX_OPEN_SHARES, RECIPIENT_LENGTH } from "@/lib/share-limits";
import { SHARE_DAYS } from "@/lib/tokens/life-spans";
import { Fold } from "./fold";

/** The field that the button « Partager » at the top of the page leads to. */
export const SHARE_FIELD = "recipient";

export interface ShareInvoiceProps {
  type: "invoice" | "credit_note";
  /** The links that work, unless the supplier has switched sharing off. */
  shares: readonly Share[];
  isAllowed: boolean;
  /** Whether the reader may share: a user of the account, and the supplier allows it. */
  canShare: boolean;
  /** The query of the list that the reader came from; it is kept in the address. */
  listQuery: string;
  done: "shared" | "share_revoked" | null;
  refusal: { reason: Extract<SharedInvoice, { ok: false }>["reason"]; recipient: string } | null;
  /** Receives `recipient` and `list`. */
  share: (form: FormData) => Promise<void>;
  /** Receives the id of the link as a bound argument, and `list`. */
  revoke: (shareId: string, form: FormData) => Promise<void>;
}

/** « Partager cette facture »: the links that work, and the form of a new one. Nothing when sharing is switched off. */
export async function ShareInvoice(props: ShareInvoiceProps) {
  const { type, shares, isAllowed, canShare, done, refusal } = props;
  const t = await getTranslations("invoice.share");
  if (!canShare && shares.length === 0) return null;
  const isOpen = done !== null || refusal !== null;
  return (
    <Fold id="share" icon="share" title={t("title", { type })} count={shares.length} isOpen={isOpen}>
      {done && (
        <Note tone="ok">
          <p>{t(done, { days: SHARE_DAYS })}</p>
        </Note>
      )}
      {!isAllowed && <p className="text-2">{t("switchedOff")}</p>}
      {canShare && <ShareForm {...props} />}
      {shares.length > 0 && (
        <ul className="border-t border-line">
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} listQuery={props.listQuery} revoke={props.revoke} />
          ))}
        </ul>
      )}
    </Fold>
  );
}

async function ShareForm({ refusal, share, listQuery }: ShareInvoiceProps) {
  const t = await getTranslations("invoice.share");
  const words =
    refusal && t(`refusals.${refusal.reason}`, { length: RECIPIENT_LENGTH, count: MAX_OPEN_SHARES });
  const isAboutField = refusal?.reason === "recipient_missing" || refusal?.reason === "recipient_too_long";
  return (
    <Form action={share} className="grid gap-4">
      <p className="text-2 text-ink-2">{t("lead", { days: SHARE_DAYS })}</p>
      {words && !isAboutField && (
        <Note tone="bad" title={t("notShared")}>
          <p>{words}</p>
        </Note>
      )}
      <input type="hidden" name="list" value={listQuery} />
      <Field
        id={SHARE_FIELD}
        name="recipient"
        label={t("recipient")}
        hint={t("recipientHint")}
        autoComplete="off"
        defaultValue={refusal?.recipient ?? ""}
        error={words && isAboutField ? words : undefined}
      />
      <SubmitButton kind="main" className="justify-self-start max-tablet:w-full">
        {t("create")}
      </SubmitButton>
    </Form>
  );
}

interface ShareRowProps extends Pick<ShareInvoiceProps, "listQuery" | "revoke"> {
  share: Share;
}

/** A link that works: for whom, until when, how often it was opened, its address for the maker, and its end. */
async function ShareRow({ share, listQuery, revoke }: ShareRowProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("invoice.share")]);
  const { id, recipient, maker, until, useCount, linkUrl, canRevoke } = share;
  return (
    <li className="grid gap-2 border-b border-line py-3 text-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon name="share" className="text-ink-2" />
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <bdi>{recipient}</bdi>{" "}
          <small className="text-1 text-ink-2">
            {t("state", { date: formatDate(until, locale), count: useCount })}
            {maker !== null && `, ${t("by", { name: maker })}`}
          </small>
        </p>
        {canRevoke && (
          <Form action={revoke.bind(null, id)}>
            <input type="hidden" name="list" value={listQuery} />
            <SubmitButton kind="danger">
              {t("revoke")} <span className="sr-only">{t("revokeFor", { recipient })}</span>
            </SubmitButton>
          </Form>
        )}
      </div>
      {linkUrl !== null && (
        <div>
          <input
            className="input text-1"
            aria-label={t("link", { recipient })}
            value={linkUrl}
            readOnly
            spellCheck={false}
          />
          <CopyText text={linkUrl} label={t("copy")} />
        </div>
      )}
    </li>
  );
}
