import { getLocale, getTranslations } from "next-intl/server";
import { ActionBox, Consequences } from "@/components/console/account/action-box";
import type { Consequence } from "@/components/console/consequence-list";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { Section } from "@/components/ui/section";
import { formatDate, formatInstant } from "@/lib/dates";
import { PROVIDER_LIMITS } from "@/lib/mails/sending-limits";
import type { ListedSupplier } from "@/lib/operators/list-suppliers";
import { SUPPLIER_CHANGES, type SupplierChange } from "@/lib/operators/supplier-changes";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import { formatPercent, formatRate } from "./format-rate";
import { ManagerFields } from "./manager-fields";
import { supplierProblems } from "./supplier-problem";
import { SupplierState } from "./supplier-state";

interface SupplierPageProps {
  supplier: ListedSupplier;
  timeZone: string;
  result: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
  /** Receives `do`. */
  change: AnsweringAction;
  /** Receives `name`, `email` and `locale`. */
  invite: AnsweringAction;
}

/** `/console/suppliers/{id}`: one supplier, and what an operator can do with it. */
export async function SupplierPage(props: SupplierPageProps) {
  const { supplier, timeZone, result } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  const { pause, rates, suspendedAt } = supplier;
  const done = ([...SUPPLIER_CHANGES, "invited"] as const).find((one) => one === result.done);
  const { name = "", email = "" } = result;
  return (
    <div className="grid max-w-text gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href="/console/suppliers">
          {t("title")}
        </Breadcrumb>
        <h1 className="wrap-anywhere">{supplier.name}</h1>
      </div>
      {done && (
        <Note tone="ok">
          <p>{t(`done.${done}`, { name, email })}</p>
        </Note>
      )}
      {pause && <PauseNote supplier={supplier} pause={pause} timeZone={timeZone} />}
      <Facts
        facts={[
          { term: t("state"), value: <SupplierState supplier={supplier} /> },
          {
            term: t("facts.slug"),
            value: <a href={`/${supplier.slug}`}>/{supplier.slug}</a>,
          },
          {
            term: t("facts.manager"),
            value: t(supplier.awaitsFirstManager ? "facts.managerInvited" : "facts.managerSigned"),
          },
          {
            term: t("lastDeposit"),
            value: supplier.lastDepositOn ? formatDate(supplier.lastDepositOn, locale) : t("never"),
          },
          {
            term: t("mails"),
            value: `${t("sent", { count: rates.sent })}, ${t("held", { count: supplier.held }).toLowerCase()}`,
          },
          {
            term: t("bounces"),
            value: `${formatRate(rates.bounced, rates.sent, locale)} (${t("limit", { limit: formatPercent(PROVIDER_LIMITS.bounces, locale) })})`,
          },
          {
            term: t("complaints"),
            value: `${formatRate(rates.complained, rates.sent, locale)} (${t("limit", { limit: formatPercent(PROVIDER_LIMITS.complaints, locale) })})`,
          },
          { term: t("created"), value: formatInstant(supplier.createdAt, locale, timeZone) },
        ]}
      />
      <Section title={t("manage")}>
        <div className="max-w-form">
          {pause && (
            <Change
              {...props}
              wanted="resume_mails"
              words={{
                title: t("pause.action"),
                hint: t("pause.hint"),
                lines: [
                  { when: t("pause.now"), what: t("pause.nowWhat") },
                  { when: t("pause.again"), what: t("pause.againWhat") },
                ],
              }}
            />
          )}
          {supplier.awaitsFirstManager && <InviteFirstManager {...props} />}
          {suspendedAt ? (
            <Change
              {...props}
              wanted="resume"
              words={{
                title: t("resume.action"),
                hint: t("resume.hint", { when: formatInstant(suspendedAt, locale, timeZone) }),
                lines: [
                  { when: t("resume.now"), what: t("resume.nowWhat") },
                  { when: t("resume.mails"), what: t("resume.mailsWhat") },
                ],
              }}
            />
          ) : (
            <Change
              {...props}
              wanted="suspend"
              words={{
                title: t("suspend.action"),
                hint: t("suspend.hint"),
                lines: [
                  { when: t("suspend.now"), what: t("suspend.nowWhat") },
                  { when: t("suspend.mails"), what: t("suspend.mailsWhat") },
                  { when: t("suspend.customers"), what: t("suspend.customersWhat") },
                ],
              }}
            />
          )}
        </div>
      </Section>
    </div>
  );
}

/** Why the mails are paused, since when, and what to ask. */
async function PauseNote({
  supplier,
  pause,
  timeZone,
}: {
  supplier: ListedSupplier;
  pause: NonNullable<ListedSupplier["pause"]>;
  timeZone: string;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  return (
    <Note tone="bad" title={t("pause.title", { name: supplier.name })}>
      <p>
        {t(`pause.${pause.cause}`, {
          limit: formatPercent(PROVIDER_LIMITS[pause.cause], locale),
        })}
      </p>
      <p>
        {t("pause.since", {
          when: formatInstant(pause.since, locale, timeZone),
          held: t("held", { count: supplier.held }),
        })}
      </p>
      <p>{t("pause.why")}</p>
    </Note>
  );
}

interface ChangeProps extends Pick<SupplierPageProps, "result" | "change"> {
  wanted: SupplierChange;
  words: { title: string; hint: string; lines: readonly Consequence[] };
}

async function Change({ wanted, words, result, change }: ChangeProps) {
  const { form } = result.action === wanted ? await supplierProblems(result) : { form: null };
  return (
    <ActionBox id={wanted} title={words.title} hint={words.hint} isOpen={form !== null}>
      <AnsweredForm action={change} className="grid gap-4">
        {form && (
          <Note tone="bad">
            <p>{form}</p>
          </Note>
        )}
        <input type="hidden" name="do" value={wanted} />
        <Consequences lines={words.lines} />
        <ProofSubmit id={`${wanted}-proof`} kind={wanted === "suspend" ? "danger" : "main"}>
          {words.title}
        </ProofSubmit>
      </AnsweredForm>
    </ActionBox>
  );
}

async function InviteFirstManager({ result, typed, invite }: SupplierPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.suppliers")]);
  const isRefused = result.action === "invite";
  const { form, errorOf } = await supplierProblems(isRefused ? result : {});
  return (
    <ActionBox id="invite" title={t("invite.action")} hint={t("invite.hint")} isOpen={isRefused}>
      <AnsweredForm action={invite} className="grid gap-4">
        {form && (
          <Note tone="bad">
            <p>{form}</p>
          </Note>
        )}
        <ManagerFields
          names={{ name: "name", email: "email" }}
          typed={typed}
          locale={locale}
          errors={{ name: errorOf("managerName"), email: errorOf("managerEmail") }}
        />
        <Consequences
          lines={[{ when: t("invite.now"), what: t("invite.nowWhat", { days: FIRST_ACCESS_DAYS }) }]}
        />
        <ProofSubmit id="invite-proof" kind="main">
          {t("invite.action")}
        </ProofSubmit>
      </AnsweredForm>
    </ActionBox>
  );
}
