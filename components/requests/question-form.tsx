import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { OFFERED_TOPICS } from "@/lib/request-choices";
import { MESSAGE_LENGTH } from "@/lib/requests/request-limits";

export const WRITING_REFUSALS = [
  "nothing_written",
  "too_long",
  "too_many_open",
  "too_many_today",
  "not_found",
] as const;

/** Why the question or reply was refused, and the typed values to show again. */
export interface WritingRefusal {
  reason: (typeof WRITING_REFUSALS)[number];
  typed: { topic: string; text: string; contract: string; vehicle: string };
}

/** An invoice with the contracts and vehicles that a question about it may name. */
export interface QuestionedInvoice {
  id: string;
  number: string;
  contracts: readonly string[];
  vehicles: readonly string[];
}

interface QuestionFormProps {
  /** The invoice that the question is about; null for a question without an invoice. */
  invoice: QuestionedInvoice | null;
  /** The query of the list that the reader came from; it is kept in the address. */
  listQuery?: string;
  refusal: WritingRefusal | null;
  /** The number of working days within which the supplier promises an answer; null if it makes no promise. */
  answerWithinDays: number | null;
  cancelHref: string;
  /** Receives `invoice`, `list`, `topic`, `contract`, `vehicle` and `text`. */
  ask: (form: FormData) => Promise<void>;
}

/** The form of a question to the adviser. */
export async function QuestionForm(props: QuestionFormProps) {
  const { invoice, refusal, answerWithinDays } = props;
  const t = await getTranslations("requests");
  const words = refusal && t(`refusals.${refusal.reason}`, { length: MESSAGE_LENGTH });
  const isAboutText = refusal?.reason === "nothing_written" || refusal?.reason === "too_long";
  return (
    <Form action={props.ask} className="grid gap-4">
      {words && !isAboutText && (
        <Note tone="bad" title={t("notSent")}>
          <p>{words}</p>
        </Note>
      )}
      <input type="hidden" name="invoice" value={invoice?.id ?? ""} />
      <input type="hidden" name="list" value={props.listQuery ?? ""} />
      {invoice && <About invoice={invoice} chosen={refusal?.typed ?? null} />}
      <SelectField id="topic" label={t("topic")} name="topic" defaultValue={refusal?.typed.topic || "amount"}>
        {OFFERED_TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {t(`topics.${topic}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        id="text"
        name="text"
        label={t("question")}
        hint={t("questionHint", {
          length: MESSAGE_LENGTH,
          promise: answerWithinDays === null ? "no" : "yes",
          days: answerWithinDays ?? 0,
        })}
        maxLength={MESSAGE_LENGTH}
        defaultValue={refusal?.typed.text ?? ""}
        error={words && isAboutText ? words : undefined}
      />
      <Actions>
        <SubmitButton kind="main">{t("send")}</SubmitButton>
        <a className="tap-link text-2" href={props.cancelHref}>
          {t("cancel")}
        </a>
      </Actions>
    </Form>
  );
}

interface AboutProps {
  invoice: QuestionedInvoice;
  chosen: WritingRefusal["typed"] | null;
}

/** What the question is about, filled in: the number, and the contract and vehicle, to choose where there are several. */
async function About({ invoice, chosen }: AboutProps) {
  const [t, trade] = await Promise.all([getTranslations("requests"), getTranslations("trade")]);
  const parts = [
    { name: "contract", names: invoice.contracts, label: trade("contract.one") },
    { name: "vehicle", names: invoice.vehicles, label: trade("vehicle.one") },
  ] as const;
  const only = ({ names }: (typeof parts)[number]) => names.length === 1 && names[0];
  return (
    <>
      <Facts
        facts={[
          { term: t("aboutInvoice"), value: invoice.number },
          ...parts.map((part) => ({ term: part.label, value: only(part) })),
        ]}
      />
      {parts.map(
        ({ name, names, label }) =>
          names.length > 1 && (
            <SelectField key={name} id={name} name={name} label={label} defaultValue={chosen?.[name] ?? ""}>
              <option value="">{t("wholeInvoice")}</option>
              {names.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </SelectField>
          ),
      )}
    </>
  );
}
