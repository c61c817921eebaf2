import { getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { KeptInput } from "@/components/ui/kept-input";
import { OptionGroup } from "@/components/ui/option-group";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { ConfirmChange } from "./confirm-change";

interface ChangeAddressFormProps {
  /** The prefix of the ids of its fields, unique on the page. */
  id: string;
  /** The person notified today; null when nobody has access through the address. */
  notified: string | null;
  /** Whether « now » is preselected, as for an address that refused mails. */
  isNowPreselected: boolean;
  changeAddress: AnsweringAction;
  /** The target of the link « Annuler »; absent where the form can be closed in another way. */
  cancelHref?: string;
}

/**
 * « Changer l’adresse »: the new address, who asked for it, when it takes effect, and who uses it. A second step asks
 * to confirm.
 */
export async function ChangeAddressForm({
  id,
  notified,
  isNowPreselected,
  ...props
}: ChangeAddressFormProps) {
  const t = await getTranslations("console.addressChange");
  return (
    <AnsweredForm action={props.changeAddress} className="grid gap-4">
      <Field id={`${id}-email`} name="email" type="email" label={t("email")} autoComplete="off" isKept />
      <Field
        id={`${id}-asked`}
        name="asked"
        label={t("askedBy")}
        hint={t("askedByHint")}
        autoComplete="off"
        isKept
      />
      <OptionGroup legend={t("effective")} isField>
        <Choice
          id={id}
          name="effective"
          value="next_invoice"
          isChecked={!isNowPreselected}
          label={t("nextInvoice")}
          detail={t("nextInvoiceHint")}
        />
        <Choice
          id={id}
          name="effective"
          value="now"
          isChecked={isNowPreselected}
          label={t("now")}
          detail={t("nowHint")}
        />
      </OptionGroup>
      <OptionGroup legend={t("person")} isField>
        <Choice
          id={id}
          name="person"
          value="other"
          isChecked
          label={t("otherPerson")}
          detail={t("otherPersonHint")}
        />
        <Choice
          id={id}
          name="person"
          value="same"
          isChecked={false}
          label={t("samePerson")}
          detail={t("samePersonHint")}
        />
      </OptionGroup>
      {notified !== null && (
        <label className="check-row">
          <KeptInput type="checkbox" name="keeps" value="yes" />
          <span>{t("keeps", { person: notified })}</span>
        </label>
      )}
      <ConfirmChange
        id={id}
        words={{ title: t("consequences"), others: t("others"), warnings: t("warnings") }}
      />
      <ProofSubmit
        id={`${id}-proof`}
        beside={
          props.cancelHref && (
            <LinkButton kind="quiet" href={props.cancelHref}>
              {t("cancel")}
            </LinkButton>
          )
        }
      >
        {t("save")}
      </ProofSubmit>
    </AnsweredForm>
  );
}

interface ChoiceProps {
  id: string;
  name: string;
  value: string;
  isChecked: boolean;
  label: string;
  detail: string;
}

/** A radio button with a label and a description. */
function Choice({ id, name, value, isChecked, label, detail }: ChoiceProps) {
  const detailId = `${id}-${value}-detail`;
  return (
    <div className="choice-row">
      <label>
        <KeptInput
          type="radio"
          name={name}
          value={value}
          defaultChecked={isChecked}
          aria-describedby={detailId}
        />
        {label}
      </label>
      <small id={detailId}>{detail}</small>
    </div>
  );
}
