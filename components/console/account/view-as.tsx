import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { PersonOfAccount } from "@/lib/accounts/one/people/list-people";
import { VIEW_AS_MINUTES } from "@/lib/session-lifetime";
import { PersonChoice } from "../person-choice";
import type { AccountFormResult } from "./account-form-result";
import { ActionBox, Consequences } from "./action-box";

interface ViewAsProps {
  people: readonly PersonOfAccount[];
  formResult: AccountFormResult;
  /** Receives `user` and `reason`. */
  viewAs: (form: FormData) => Promise<void>;
}

/**
 * « Voir comme ce client »: the form that shows the portal as one of the customer's users sees it. Not shown if no user
 * of the customer has access.
 */
export async function ViewAs({ people, formResult, viewAs }: ViewAsProps) {
  const t = await getTranslations("console.viewAs");
  const refused = formResult.refused("view_as");
  const withAccess = people.filter(({ status }) => status === "active");
  if (withAccess.length === 0) return null;
  return (
    <ActionBox id="view-as" title={t("action")} hint={t("hint")} isOpen={refused !== null}>
      <Form action={viewAs} className="grid gap-4">
        <PersonChoice
          id="view-as-user"
          label={t("person")}
          people={withAccess}
          defaultValue={formResult.typed.user}
        />
        <Field
          id="view-as-reason"
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          defaultValue={formResult.typed.reason ?? ""}
          error={refused ?? undefined}
        />
        <Consequences
          lines={[
            { when: t("during"), what: t("duringWhat", { minutes: VIEW_AS_MINUTES }) },
            { when: t("noted"), what: t("notedWhat") },
          ]}
        />
        <Actions>
          <SubmitButton kind="main">{t("action")}</SubmitButton>
        </Actions>
      </Form>
    </ActionBox>
  );
}
