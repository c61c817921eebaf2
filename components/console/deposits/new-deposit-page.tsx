import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FieldError } from "@/components/ui/field-frame";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { UploadOutcome } from "@/lib/deposits/console-upload";
import { UploadFiles } from "./upload-files";

interface NewDepositPageProps {
  action: string;
  limits: { megabytes: number; files: number; bytes: number };
  /** What became of the files of the form sent without scripts; null when none was sent. */
  counts: Record<UploadOutcome, number> | null;
  /** Why the form was not read to its end, in words. */
  refusal: string | null;
}

const OUTCOMES = ["created", "already_there", "refused", "too_large"] as const;

const DEPOSITS = "/console/deposits";

/** `/console/deposits/new`: deposits single files. Works without scripts. */
export async function NewDepositPage({ action, limits, counts, refusal }: NewDepositPageProps) {
  const t = await getTranslations("console.deposits");
  const isWell = counts !== null && counts.refused === 0 && counts.too_large === 0;
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href={DEPOSITS}>
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-5">{t("new.title")}</h1>
      {counts && OUTCOMES.some((outcome) => counts[outcome] > 0) && (
        <div className="mb-6 max-w-text">
          <Note tone={isWell ? "ok" : "warn"}>
            {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
              <p key={outcome}>{t(`new.result.${outcome}`, { count: counts[outcome] })}</p>
            ))}
            {counts.refused > 0 && (
              <p>
                <a href={DEPOSITS}>{t("new.result.see")}</a>
              </p>
            )}
          </Note>
        </div>
      )}
      <div className="today-columns">
        <div className="grid gap-6">
          <UploadFiles
            action={action}
            pageUrl={`${DEPOSITS}/new`}
            maxBytes={limits.bytes}
            words={{
              progress: t("new.progress"),
              waiting: t("new.waiting"),
              sending: t("new.sending", { percent: "{percent}" }),
              reading: t("new.reading"),
              notSent: t("new.notSent"),
              tooLarge: t("new.outcomes.too_large", limits),
              correct: t("new.correct"),
              lost: {
                too_large_for_host: t("new.lost.too_large_for_host"),
                signed_out: t("new.lost.signed_out"),
                no_access: t("new.lost.no_access"),
                too_often: t("new.lost.too_often"),
                busy: t("new.lost.busy"),
                offline: t("new.lost.offline"),
                cut_off: t("new.lost.cut_off"),
              },
              stopped: t("new.stopped"),
              signIn: t("new.signIn"),
              sendRest: t("new.sendRest"),
            }}
          >
            <div className="field w-full">
              <label htmlFor="file" className="text-4 font-medium">
                {t("new.label")}
              </label>
              {refusal !== null && <FieldError id="file-error">{refusal}</FieldError>}
              <input
                id="file"
                type="file"
                name="file"
                multiple
                accept=".pdf,.xml,application/pdf,application/xml,text/xml"
                aria-describedby={refusal === null ? "file-hint" : "file-error file-hint"}
                aria-invalid={refusal === null ? undefined : true}
              />
              <p className="text-2 text-ink-2" id="file-hint">
                {t("new.hint", limits)} <span className="needs-script">{t("new.drop")}</span>
              </p>
            </div>
            <button className="button button-main">{t("new.submit")}</button>
          </UploadFiles>
        </div>
        <Section title={t("new.after.title")}>
          <ul className="list-disc space-y-1 pl-5 text-2">
            {(["read", "ask", "mail", "twice"] as const).map((step) => (
              <li key={step}>{t(`new.after.${step}`)}</li>
            ))}
          </ul>
          <p className="mt-3 text-2 text-ink-2">{t("new.stays")}</p>
        </Section>
      </div>
    </>
  );
}
