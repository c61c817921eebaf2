import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { SubmitButton } from "@/components/ui/button";
import { Form, FormId } from "@/components/ui/form";
import { MINUTE_MS } from "@/lib/durations";
import { STAFF_IDLE_MINUTES } from "@/lib/session-lifetime";
import { LazyLock } from "./lazy-lock";

interface ConsoleLockProps extends Pick<ComponentProps<typeof LazyLock>, "action"> {
  signOut: (form: FormData) => Promise<void>;
  supplierName: string;
  identifier: string;
  /** The page that shows the code of a demo user; null for all others. */
  codeHref: string | null;
}

/**
 * Locks a page of staff after a time without activity. Without scripts, the next request shows the page that asks for
 * the code.
 */
export async function ConsoleLock({ supplierName, identifier, codeHref, action, signOut }: ConsoleLockProps) {
  const t = await getTranslations("secondFactor");
  return (
    <LazyLock
      action={action}
      signOut={
        <Form action={signOut} className="mt-3">
          <SubmitButton kind="quiet" className="-ml-[calc(0.5rem+1px)]">
            {t("signOut")}
          </SubmitButton>
        </Form>
      }
      stateHref="/second-factor/state"
      lockAfterMs={STAFF_IDLE_MINUTES * MINUTE_MS}
      words={{
        title: t("lockedTitle"),
        code: t("code"),
        recovery: t("recoveryCode"),
        submit: t("submit"),
        over: { title: t("over.title"), lead: t("over.lead"), signIn: t("over.signIn") },
        problems: {
          wrong: t("problem.wrong"),
          used: t("lockUsed"),
          too_many: t("lockTooMany", { minutes: "{minutes}" }),
          session_over: t("problem.session_over"),
        },
      }}
    >
      <FormId />
      <p className="text-ink-2">
        {t.rich("lockedLead", {
          supplier: () => <b>{supplierName}</b>,
          identifier: () => <code className="wrap-anywhere">{identifier}</code>,
          minutes: STAFF_IDLE_MINUTES,
        })}
      </p>
      {codeHref !== null && (
        <p className="text-2">
          <a href={codeHref} target="_blank">
            {t("demoLink")}
          </a>
        </p>
      )}
    </LazyLock>
  );
}
