import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { CopyText } from "@/components/ui/copy-text";
import { Icon, type IconName } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { formatInstant } from "@/lib/dates";
import type { DomainRefusal, SenderDomain } from "@/lib/settings/domain/check-domain";
import type { DnsLine, LineState } from "@/lib/settings/domain/domain-check";

const STATES: Record<LineState, { icon: IconName; tone: string }> = {
  found: { icon: "check", tone: "text-ok" },
  missing: { icon: "alert", tone: "text-warn" },
  different: { icon: "alert", tone: "text-warn" },
  unknown: { icon: "info", tone: "text-ink-2" },
};

interface DomainStateProps {
  domain: SenderDomain;
  timeZone: string;
  /** Why the last check was refused. */
  refusal: DomainRefusal | null;
  check: AnsweringAction;
}

/** Whether mails leave from the supplier's address, what its domain lacks for it, and the lines to copy into the DNS. */
export async function DomainState({ domain: state, timeZone, refusal, check }: DomainStateProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.settings.domain")]);
  const { domain, isVerified, isPortals, sendsFrom, check: last } = state;
  if (isPortals) return <p className="text-2">{t("portals", { address: sendsFrom })}</p>;
  return (
    <div className="grid gap-4">
      {refusal && (
        <Note tone="bad">
          <p>{t(`refused.${refusal}`, { domain })}</p>
        </Note>
      )}
      <p className={isVerified ? "text-ok" : "text-warn"}>
        <Icon name={isVerified ? "check" : "alert"} className="mr-2 inline" />
        <b>{t(isVerified ? "verified" : "notVerified", { domain })}</b>
      </p>
      <p className="text-2 wrap-anywhere">{t("sendsFrom", { address: sendsFrom })}</p>
      {last && (
        <>
          <p className="text-2 text-ink-2">
            {t("lastCheck", { at: formatInstant(new Date(last.at), locale, timeZone) })}{" "}
            {t(`provider.${last.provider}`)}
          </p>
          <ul className="border-t border-line" aria-label={t("lines")}>
            {last.lines.map((line) => (
              <DomainLine key={`${line.type} ${line.name} ${line.value}`} line={line} />
            ))}
          </ul>
        </>
      )}
      {!isVerified && <p className="text-1 text-ink-2">{t("hint")}</p>}
      <AnsweredForm action={check}>
        <ProofSubmit id="domain-proof" kind="plain">
          {t(last ? "checkAgain" : "check")}
        </ProofSubmit>
      </AnsweredForm>
    </div>
  );
}

async function DomainLine({ line }: { line: DnsLine }) {
  const t = await getTranslations("console.settings.domain");
  const { purpose, type, name, value, priority, state } = line;
  const { icon, tone } = STATES[state];
  return (
    <li className="grid gap-x-5 gap-y-2 border-b border-line py-3 tablet:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <div>
        <p className="font-medium">{t(`purposes.${purpose}`)}</p>
        <p className={`text-2 ${tone}`}>
          <Icon name={icon} className="mr-1 inline" />
          {t(`states.${state}`)}
        </p>
      </div>
      <p className="font-mono text-1 wrap-anywhere">
        <span className="text-ink-2">
          {type} {name}
        </span>
        <br />
        {priority === null ? value : `${priority} ${value}`}
      </p>
      <CopyText text={value} label={t("copy", { purpose: t(`purposes.${purpose}`) })} />
    </li>
  );
}
