import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionBox, Consequences } from "@/components/console/account/action-box";
import type { Consequence } from "@/components/console/consequence-list";
import { PersonChoice } from "@/components/console/person-choice";
import { AnsweredForm } from "@/components/ui/answered-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Note } from "@/components/ui/note";
import { ProofSubmit } from "@/components/ui/proof-submit";
import { SelectField } from "@/components/ui/select-field";
import { SUPPLIER_ROLES } from "@/lib/roles";
import { FIRST_ACCESS_DAYS } from "@/lib/tokens/life-spans";
import type { StaffMember } from "@/lib/users/staff/list-staff";
import type { StaffChangeChoice } from "@/lib/users/staff/staff-changes";
import { staffProblem } from "./staff-problem";

interface StaffActionsProps {
  staff: readonly StaffMember[];
  result: Readonly<Record<string, string>>;
  /** Receives `do` and `user`. */
  change: AnsweringAction;
}

/** What a manager can do with a colleague's access. An action that suits nobody is missing. */
export async function StaffActions({ staff, result, change }: StaffActionsProps) {
  const t = await getTranslations("console.staff");
  const others = staff.filter(({ isMyself }) => !isMyself);
  const active = others.filter(({ isActive }) => isActive);
  const common = { result, change };
  return (
    <>
      <StaffAction
        {...common}
        id="invite-again"
        actions={["invite_again"]}
        people={active.filter(({ isStillInvited }) => isStillInvited)}
        words={{
          title: t("again.action"),
          hint: t("again.hint"),
          person: t("again.person"),
          lines: [{ when: t("again.now"), what: t("again.nowWhat", { days: FIRST_ACCESS_DAYS }) }],
        }}
      />
      <StaffAction
        {...common}
        id="change-role"
        actions={SUPPLIER_ROLES}
        people={active}
        words={{
          title: t("changeRole.action"),
          hint: t("changeRole.hint"),
          person: t("changeRole.person"),
          lines: [
            { when: t("changeRole.now"), what: t("changeRole.nowWhat") },
            { when: t("changeRole.told"), what: t("changeRole.toldWhat") },
          ],
        }}
      >
        <SelectField id="change-role-role" name="do" label={t("changeRole.role")} isKept>
          {SUPPLIER_ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </SelectField>
      </StaffAction>
      <StaffAction
        {...common}
        id="deactivate"
        actions={["deactivate"]}
        people={active}
        words={{
          title: t("deactivate.action"),
          hint: t("deactivate.hint"),
          person: t("deactivate.person"),
          lines: [
            { when: t("deactivate.now"), what: t("deactivate.nowWhat") },
            { when: t("deactivate.told"), what: t("deactivate.toldWhat") },
            { when: t("deactivate.kept"), what: t("deactivate.keptWhat") },
          ],
        }}
      />
      <StaffAction
        {...common}
        id="reactivate"
        actions={["reactivate"]}
        people={others.filter(({ isActive }) => !isActive)}
        words={{
          title: t("reactivate.action"),
          hint: t("reactivate.hint"),
          person: t("reactivate.person"),
          lines: [
            { when: t("reactivate.now"), what: t("reactivate.nowWhat") },
            { when: t("reactivate.told"), what: t("reactivate.toldWhat") },
          ],
        }}
      />
    </>
  );
}

interface StaffActionProps extends Pick<StaffActionsProps, "result" | "change"> {
  id: string;
  /** What its form sends as `do`: the only one, or those of its list of choices. */
  actions: readonly StaffChangeChoice[];
  people: readonly StaffMember[];
  words: { title: string; hint: string; person: string; lines: readonly Consequence[] };
  /** The list of choices. */
  children?: ReactNode;
}

async function StaffAction({ id, actions, people, words, result, change, children }: StaffActionProps) {
  const problem = await staffProblem(result, actions);
  if (people.length === 0) return null;
  return (
    <ActionBox id={id} title={words.title} hint={words.hint} isOpen={problem !== null}>
      <AnsweredForm action={change} className="grid gap-4">
        {problem && (
          <Note tone="bad">
            <p>{problem}</p>
          </Note>
        )}
        {children === undefined && <input type="hidden" name="do" value={actions[0]} />}
        <PersonChoice id={`${id}-user`} label={words.person} people={people} />
        {children}
        <Consequences lines={words.lines} />
        <ProofSubmit id={`${id}-proof`} kind={id === "deactivate" ? "danger" : "main"}>
          {words.title}
        </ProofSubmit>
      </AnsweredForm>
    </ActionBox>
  );
}
