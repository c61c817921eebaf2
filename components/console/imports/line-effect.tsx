import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import type { OldValue } from "@/lib/imports/import-verdict";
import type { ImportLine } from "@/lib/imports/list-import-lines";

interface LineEffectProps {
  line: ImportLine;
  force: ((line: string, isForced: string, form: FormData) => Promise<void>) | null;
  dateOf: (instant: string) => string;
}

/** The effect of a line: what it will change or has changed, or why it is refused and how to correct it. */
export async function LineEffect({ line, force, dateOf }: LineEffectProps) {
  const t = await getTranslations("console.imports");
  const { judgement, isForced, state, outcome } = line;
  const { refusal, verdict, differences, oldValues } = judgement;
  if (refusal)
    return (
      <>
        <b>{t(`reasons.${refusal.reason}`, { field: refusal.field ? t(`fields.${refusal.field}`) : "" })}</b>
        <small>
          {t(`remedies.${refusal.reason}`, {
            value: refusal.value ?? "",
            recorded: refusal.recorded ?? "",
            line: refusal.line ?? 0,
            max: refusal.max ?? 0,
          })}
        </small>
      </>
    );
  const otherDifferences = differences.filter(({ field }) => field !== "email");
  const address = differences.find(({ field }) => field === "email");
  const inWords = wordsOf(t);
  return (
    <>
      {state !== "checked" && <b>{t(`outcomes.${outcomeOf(state, outcome)}`)} </b>}
      {verdict === "new" && <>{t(judgement.email ? "effects.opened" : "effects.openedWithoutAddress")} </>}
      {verdict === "same" && oldValues.length === 0 && t("effects.same")}
      {verdict !== "new" && address?.to && (
        <>
          {t(
            judgement.waitsForInvoice
              ? "effects.nextInvoice"
              : address.from === null
                ? "effects.activation"
                : "effects.replaced",
          )}
          {judgement.waitsForInvoice && <small>{t("effects.bothTold")}</small>}
        </>
      )}
      {verdict !== "new" && address?.to === null && t("effects.noMail")}
      {verdict !== "new" &&
        otherDifferences.map(({ field, from, to }) => (
          <span key={field} className="block">
            {t("effects.field", { field: t(`fields.${field}`) })}{" "}
            {from !== null && (
              <>
                <del>{inWords(field, from)}</del>{" "}
              </>
            )}
            <ins>{inWords(field, to)}</ins>
          </span>
        ))}
      {judgement.restoredZeros && <small>{t("effects.zeros")}</small>}
      {oldValues.map((old) => (
        <OldValueNote key={old.field} old={old} on={dateOf(old.at)} isForced={isForced} />
      ))}
      {oldValues.length > 0 && force && state === "checked" && (
        <Form action={force.bind(null, String(line.line), isForced ? "no" : "yes")}>
          <button role="checkbox" aria-checked={isForced} className="tick-button">
            <span aria-hidden="true">{isForced && <Icon name="check" />}</span>
            <span>{t("force")}</span>
          </button>
        </Form>
      )}
    </>
  );
}

/** Returns a function that gives the value of a field as the page shows it. */
const wordsOf =
  (t: Awaited<ReturnType<typeof getTranslations<"console.imports">>>) =>
  (field: string, value: string | null) => {
    if (value === null) return t("effects.none");
    const isChoice = field === "preference" || field === "channel" || field === "locale";
    return isChoice ? t(`values.${value as "link"}`) : value;
  };

async function OldValueNote({ old, on, isForced }: { old: OldValue; on: string; isForced: boolean }) {
  const t = await getTranslations("console.imports");
  const inWords = wordsOf(t);
  return (
    <span className="block">
      <b>{t(isForced ? `forced.${old.why}` : `left.${old.why}`, { date: on })}</b>
      <small>
        {t("effects.field", { field: t(`fields.${old.field}`) })} <del>{inWords(old.field, old.value)}</del>{" "}
        {inWords(old.field, old.kept)}
      </small>
    </span>
  );
}

function outcomeOf(state: ImportLine["state"], outcome: string | null) {
  const known = [
    "changed_meanwhile",
    "refused",
    "staff_left",
    "in_use",
    "took_effect",
    "changed_since",
    "failed",
  ] as const;
  if (state === "applied" || state === "undone") return state;
  return known.find((one) => one === outcome) ?? "refused";
}
