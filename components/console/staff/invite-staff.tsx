import { getTranslations } from "next-intl/server";
import { ActionBox, Consequences } from "@/components/console/account/action-box";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { SelectField } from "@/components/ui/select-field";
import { SUPPLIER_ROLES } from "@/lib/roles";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import { staffProblem } from "./staff-problem";

interface InviteStaffProps {
  /** What the last form was answered with, and what was typed into it when refused. */
  result: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
  /** Receives `name`, `email` and `role`. */
  invite: AnsweringAction;
}

/** « Inviter un collègue »: the form for a new adviser or manager. */
export async function InviteStaff({ result, typed, invite }: InviteStaffProps) {
  const t = await getTranslations("console.staff.invite");
  const problem = await staffProblem(result, ["invite"]);
  const faults = problem === null ? [] : (result.problems ?? "").split(" ");
  const problems = await getTranslations("console.staff.problems");
  const nameFault = (["name_missing", "name_invalid"] as const).find((one) => faults.includes(one));
  const isEmailWrong = faults.includes("email_invalid");
  return (
    <ActionBox
      id="invite"
      title={t("action")}
      hint={t("hint", { days: FIRST_ACCESS_DAYS })}
      isOpen={problem !== null}
    >
      <AnsweredForm action={invite} className="grid gap-4">
        {problem && (
          <Note tone="bad">
            <p>{problem}</p>
          </Note>
        )}
        <Field
          id="invite-name"
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          error={nameFault && problems(nameFault)}
          autoComplete="off"
          defaultValue={typed.name ?? ""}
          isKept
        />
        <Field
          id="invite-email"
          name="email"
          type="email"
          label={t("email")}
          error={isEmailWrong ? problems("email_invalid") : undefined}
          autoComplete="off"
          defaultValue={typed.email ?? ""}
          isKept
        />
        <SelectField
          id="invite-role"
          name="role"
          label={t("role")}
          defaultValue={typed.role ?? "adviser"}
          isKept
        >
          {SUPPLIER_ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </SelectField>
        <Consequences
          lines={[
            { when: t("now"), what: t("nowWhat") },
            { when: t("then"), what: t("thenWhat") },
            { when: t("told"), what: t("toldWhat") },
          ]}
        />
        <ProofSubmit id="invite-proof" kind="main">
          {t("action")}
        </ProofSubmit>
      </AnsweredForm>
    </ActionBox>
  );
}
