import { getLocale, getTranslations } from "next-intl/server";
import { deviceWords } from "@/components/profile/device-words";
import { OwnFactor } from "@/components/second-factor/own-factor";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/button";
import { Entries, Entry } from "@/components/ui/entries";
import { Form } from "@/components/ui/form";
import { KeptInput } from "@/components/ui/kept-input";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import { IDLE_MINUTES, SESSION_HOURS } from "@/lib/session-lifetime";
import type { SignIn } from "@/lib/sign-in/session/list-sessions";

interface SecurityPageProps {
  open: readonly SignIn[];
  recent: readonly SignIn[];
  passwordChangedAt: Date | null;
  timeZone: string;
  /** The number of sessions just ended; null if no session was to be ended. */
  endedCount: number | null;
  /** The number of identifiers just detached. */
  detachedCount: number;
  /** Whether an identifier is attached to this one. */
  hasAttached: boolean;
  passwordHref: string;
  /** How many other browsers are known for the user. */
  otherDevices: number;
  /** Receives `session`. */
  end: (form: FormData) => Promise<void>;
  /** Receives `detach`. */
  endOthers: AnsweringAction;
  /** The second factor; null while the user has none. */
  factor: { enrolledAt: Date; codesLeft: number } | null;
  /** The result of the last form about the second factor. */
  factorResult: "enrolled" | "removed" | "switched" | null;
  factorActions: Record<"start" | "renew" | "remove", AnsweringAction>;
}

/** `/profile/security`: the user's open sessions, with buttons to end them, and recent sign-ins. */
export async function SecurityPage(props: SecurityPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("security")]);
  const { open, recent, endedCount, detachedCount, hasAttached, passwordChangedAt, factor } = props;
  const when = (at: Date) => formatInstant(at, locale, props.timeZone);
  const deviceOf = ({ device }: SignIn) => deviceWords(t, device);
  const addressOf = ({ address }: SignIn) => (address === "" ? t("noAddress") : t("address", { address }));
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      {endedCount !== null && (
        <Note tone={endedCount + detachedCount > 0 ? "ok" : "info"}>
          {(endedCount > 0 || detachedCount === 0) && (
            <p>{endedCount > 0 ? t("ended", { count: endedCount }) : t("notEnded")}</p>
          )}
          {detachedCount > 0 && <p>{t("detached", { count: detachedCount })}</p>}
        </Note>
      )}
      {props.factorResult && (
        <Note tone={props.factorResult === "switched" ? "warn" : "ok"}>
          <p>{t(`factor.${props.factorResult}`)}</p>
        </Note>
      )}
      <Section title={t("openTitle")}>
        <p className="mb-3 text-2 text-ink-2">
          {t("openLead", { minutes: IDLE_MINUTES, hours: SESSION_HOURS })}
        </p>
        <Entries>
          {open.map((entry) => (
            <Entry
              key={entry.id}
              title={deviceOf(entry)}
              detail={t("line", {
                started: when(entry.at),
                seen: when(entry.lastSeenAt),
                address: addressOf(entry),
              })}
            >
              {entry.isThis ? (
                <Badge>{t("this")}</Badge>
              ) : (
                <Form action={props.end}>
                  <input type="hidden" name="session" value={entry.id} />
                  <SubmitButton>
                    <span aria-hidden="true">{t("end")}</span>
                    <span className="sr-only">
                      {t("endOf", { device: deviceOf(entry), started: when(entry.at) })}
                    </span>
                  </SubmitButton>
                </Form>
              )}
            </Entry>
          ))}
        </Entries>
        {props.otherDevices > 0 && (
          <p className="mt-4 text-2 text-ink-2">{t("otherDevices", { count: props.otherDevices })}</p>
        )}
        {(open.length > 1 || props.otherDevices > 0 || hasAttached) && (
          <AnsweredForm action={props.endOthers} className="mt-4 grid max-w-form gap-4">
            {hasAttached && (
              <label className="option-row">
                <KeptInput type="checkbox" name="detach" value="yes" />
                <span className="font-medium">{t("detach")}</span>
                <small className="col-start-2 text-1 text-ink-2">{t("detachHint")}</small>
              </label>
            )}
            <ProofSubmit id="proof" kind="danger">
              {t("endAll")}
            </ProofSubmit>
          </AnsweredForm>
        )}
      </Section>
      <Section title={t("recentTitle")}>
        <p className="mb-3 text-2 text-ink-2">{t("recentLead")}</p>
        <Entries>
          {recent.map((entry) => (
            <Entry
              key={entry.id}
              title={deviceOf(entry)}
              detail={t("recentLine", { when: when(entry.at), address: addressOf(entry) })}
            >
              {entry.isThis && <Badge>{t("this")}</Badge>}
            </Entry>
          ))}
        </Entries>
      </Section>
      <OwnFactor
        factor={factor && { enrolledAt: when(factor.enrolledAt), codesLeft: factor.codesLeft }}
        {...props.factorActions}
      />
      <Section title={t("passwordTitle")}>
        <p className="text-2 text-ink-2">
          {passwordChangedAt ? t("passwordChanged", { when: when(passwordChangedAt) }) : t("passwordNever")}{" "}
          <a href={props.passwordHref}>{t("passwordLink")}</a>
        </p>
      </Section>
    </div>
  );
}
