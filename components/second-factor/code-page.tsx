import { getNow, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { SESSION_HOURS, STAFF_IDLE_MINUTES } from "@/lib/session-lifetime";
import { CodeField } from "./code-field";
import type { CodeProblem } from "./code-problem";

interface CodePageProps {
  supplierName: string;
  identifier: string;
  /** Whether the screen was locked after a time without activity. */
  isLocked: boolean;
  isStaff: boolean;
  /** How many recovery codes a user gets. */
  recoveryCodes: number;
  problem: CodeProblem | null;
  /** The current code of a demo user, in embedded mode only. */
  demoCode: string | null;
  /** The path to go to afterwards, sent back as `next`. */
  next: string | null;
  /** Receives `code`, `recovery` and, if set, `next`. */
  giveCode: (form: FormData) => Promise<void>;
  signOut: (form: FormData) => Promise<void>;
}

/** `/second-factor`: the code after the password, or on a locked screen. */
export async function CodePage(props: CodePageProps) {
  const { supplierName, identifier, isLocked, isStaff, problem, demoCode, next } = props;
  const [now, t] = await Promise.all([getNow(), getTranslations("secondFactor")]);
  const isRecovery = problem?.field === "recovery";
  return (
    <div className="grid items-start justify-between gap-x-16 gap-y-6 tablet:grid-cols-[minmax(0,31rem)_minmax(0,32rem)]">
      <div className="-mx-(--gutter) -mt-6 grid gap-6 border-b border-line bg-surface px-(--gutter) pt-6 pb-8 tablet:mx-0 tablet:-mt-[calc(2rem+1px)] tablet:border-x tablet:px-8 tablet:pt-12 tablet:[box-shadow:var(--shadow-sheet)]">
        {/* A new key after each refusal renders the form again, so that the field gets the focus. */}
        <Form key={problem ? now.getTime() : "first"} action={props.giveCode} className="grid gap-6">
          <h1>{t(isLocked ? "lockedTitle" : "title")}</h1>
          <p className="text-ink-2">
            {t.rich(isLocked ? "lockedLead" : "lead", {
              supplier: () => <b>{supplierName}</b>,
              identifier: () => <code className="wrap-anywhere">{identifier}</code>,
              minutes: STAFF_IDLE_MINUTES,
            })}
          </p>
          {demoCode !== null && (
            <Note tone="info" title={t("demoTitle")}>
              <p>{t.rich("demo", { code: () => <code className="text-4">{demoCode}</code> })}</p>
            </Note>
          )}
          {next !== null && <input type="hidden" name="next" value={next} />}
          <CodeField id="code" problem={isRecovery ? null : problem} autoFocus={!isRecovery} />
          <Field
            id="recovery"
            name="recovery"
            label={t("recoveryCode")}
            autoComplete="off"
            hint={t("recoveryHint", { count: props.recoveryCodes })}
            error={isRecovery ? t(`problem.${problem.reason}`, { ...problem }) : undefined}
            autoFocus={isRecovery}
          />
          <SubmitButton kind="main" className="w-full text-3">
            {t("submit")}
          </SubmitButton>
        </Form>
        <Form action={props.signOut}>
          <SubmitButton kind="quiet" className="-ml-[calc(0.5rem+1px)]">
            {t("signOut")}
          </SubmitButton>
        </Form>
      </div>
      <div className="grid gap-6 tablet:pt-4">
        <Section title={t("whyTitle")}>
          <p className="text-ink-2">{t(isStaff ? "whyStaff" : "why")}</p>
        </Section>
        <Section title={t("lostTitle")}>
          <p className="text-ink-2">{t(isStaff ? "lostStaff" : "lost")}</p>
        </Section>
        {isStaff && (
          <Section title={t("sessionTitle")}>
            <p className="text-ink-2">
              {t("session", { minutes: STAFF_IDLE_MINUTES, hours: SESSION_HOURS })}
            </p>
          </Section>
        )}
      </div>
    </div>
  );
}
