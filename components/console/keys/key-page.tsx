import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { ListedKey } from "@/lib/keys/list-keys";
import { RotationFields } from "./rotation-fields";

interface KeyPageProps {
  shownKey: ListedKey;
  timeZone: string;
  /** Why the last form was refused. */
  errors: Partial<Record<"rotation" | "revocation", string>>;
  /** Receives `overlap`. */
  rotate: AnsweringAction;
  revoke: AnsweringAction;
}

/** `/console/keys/{id}`: one key, and what can be done with it. */
export async function KeyPage({ shownKey, timeZone, errors, rotate, revoke }: KeyPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.keys")]);
  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt, state } = shownKey;
  const instant = (at: Date) => formatInstant(at, locale, timeZone);
  return (
    <div className="grid max-w-text gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href="/console/keys">
          {t("title")}
        </Breadcrumb>
        <h1 className="wrap-anywhere">{name}</h1>
      </div>
      <Facts
        facts={[
          { term: t("state"), value: t(`states.${state}`) },
          { term: t("prefix"), value: <code>{prefix}…</code> },
          {
            term: t("scopes"),
            value: scopes.map((scope) => (
              <p key={scope}>
                {t(`scopeNames.${scope}`)}{" "}
                <small className="text-1 text-ink-2">{t(`scopeDetails.${scope}`)}</small>
              </p>
            )),
          },
          { term: t("created"), value: instant(createdAt) },
          { term: t("expires"), value: expiresAt ? instant(expiresAt) : t("neverExpires") },
          { term: t("lastUsed"), value: lastUsedAt ? instant(lastUsedAt) : t("neverUsed") },
        ]}
      />
      <Section title={t("rotateTitle")}>
        {/* The form stays in its place when the key was rotated: without scripts, its answer is shown there. */}
        <AnsweredForm action={rotate} className="grid max-w-form gap-5">
          <RotationFields shownKey={shownKey} error={errors.rotation} />
        </AnsweredForm>
      </Section>
      {(state === "active" || state === "ending") && (
        <Section title={t("revokeTitle")}>
          <AnsweredForm action={revoke} className="grid max-w-form gap-5">
            {errors.revocation && (
              <Note tone="bad">
                <p>{errors.revocation}</p>
              </Note>
            )}
            <p className="text-2 text-ink-2">{t("revokeLead")}</p>
            <ProofSubmit id="revocation-proof" kind="danger">
              {t("revoke")}
            </ProofSubmit>
          </AnsweredForm>
        </Section>
      )}
    </div>
  );
}
