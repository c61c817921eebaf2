import { getNow, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { HiddenDuringProof } from "@/components/ui/hidden-during-proof";
import { Note } from "@/components/ui/note";
import { PasswordField } from "@/components/ui/password-field";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { SpaceAtEndsHint } from "@/components/ui/space-at-ends-hint";

const REFUSALS = {
  incomplete: "incomplete",
  identifier_missing: "identifierMissing",
  too_many_links: "tooManyLinks",
  wrong: "wrong",
  busy: "busy",
  account_closed: "closed",
  default_password_expired: "defaultExpired",
  already_mine: "alreadyMine",
  same_account: "sameAccount",
  staff: "staff",
  must_change: "mustChange",
  code_needed: "codeNeeded",
  code_wrong: "codeWrong",
  code_used: "codeUsed",
} as const;

export type AttachRefusal =
  /** `hasSpaceAtEnds`: the password was typed with a space at one end. */
  { reason: keyof typeof REFUSALS; hasSpaceAtEnds: boolean } | { reason: "too_many"; minutes: number };

export const isAttachRefusal = (reason: string | undefined): reason is keyof typeof REFUSALS =>
  reason !== undefined && Object.hasOwn(REFUSALS, reason);

interface AttachFormProps {
  refusal: AttachRefusal | null;
  identifier: string;
  attach: AnsweringAction;
  askLink: (form: FormData) => Promise<void>;
}

/** « Rattacher un autre identifiant »: attaches an identifier by its password or by a mailed link. */
export async function AttachForm({ refusal, identifier, attach, askLink }: AttachFormProps) {
  const [now, t] = await Promise.all([getNow(), getTranslations("companies")]);
  const isWrong = refusal?.reason === "wrong";
  const isEmpty = refusal?.reason === "incomplete";
  const isCodeRefused = refusal?.reason.startsWith("code_") ?? false;
  const isMissing = {
    identifier: refusal?.reason === "identifier_missing" || (isEmpty && identifier === ""),
    password: isEmpty && identifier !== "",
  };
  return (
    <AnsweredForm
      // A new key after each refusal renders the form again: the notice is announced and the field gets the focus.
      key={refusal ? now.getTime() : "first"}
      action={attach}
      className="grid max-w-[27rem] gap-6"
    >
      <div className="grid gap-3 text-2 text-ink-2">
        <p>{t("attachLead")}</p>
        <p>{t("attachWarning")}</p>
        <p>{t("attachEnds")}</p>
      </div>
      {refusal && (
        <div id="refusal">
          <Note tone="bad" title={t("refusal.title")}>
            <p>
              {refusal.reason === "too_many"
                ? t("refusal.tooMany", { minutes: refusal.minutes })
                : t(`refusal.${REFUSALS[refusal.reason]}`)}
            </p>
            {refusal.reason === "wrong" && refusal.hasSpaceAtEnds && <SpaceAtEndsHint />}
          </Note>
        </div>
      )}
      <Field
        id="identifier"
        name="identifier"
        label={t("identifier")}
        autoComplete="off"
        defaultValue={identifier}
        isKept
        isInvalid={isWrong || isMissing.identifier}
        describedBy={isWrong || isMissing.identifier ? "refusal" : undefined}
        autoFocus={refusal !== null && !isWrong && !isMissing.password && !isCodeRefused}
      />
      <HiddenDuringProof name="password">
        <PasswordField
          id="password"
          name="password"
          label={t("password")}
          autoComplete="current-password"
          isInvalid={isWrong || isMissing.password}
          describedBy={isWrong || isMissing.password ? "refusal" : undefined}
          autoFocus={isWrong || isMissing.password}
        />
      </HiddenDuringProof>
      <HiddenDuringProof name="code">
        <Field
          id="code"
          name="code"
          label={t("code")}
          autoComplete="one-time-code"
          hint={t("codeHint")}
          isInvalid={isCodeRefused}
          describedBy={isCodeRefused ? "refusal" : undefined}
          autoFocus={isCodeRefused}
        />
      </HiddenDuringProof>
      <ProofSubmit id="attach-proof">{t("attach")}</ProofSubmit>
      <div className="grid justify-items-start gap-2">
        <SubmitButton kind="quiet" className="-ml-2 text-left" action={askLink}>
          {t("askLink")}
        </SubmitButton>
        <p className="text-2 text-ink-2">{t("askLinkHint")}</p>
      </div>
    </AnsweredForm>
  );
}
