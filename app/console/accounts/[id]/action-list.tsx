import { AddNote } from "@/components/console/account/add-note";
import { CloseForm } from "@/components/console/account/forms/close-form";
import { DetailsForm } from "@/components/console/account/forms/details-form";
import { ResendForm } from "@/components/console/account/forms/resend-form";
import { SettingsForms } from "@/components/console/account/forms/settings-forms";
import { WithdrawForm } from "@/components/console/account/forms/withdraw-form";
import { ViewAs } from "@/components/console/account/view-as";
import { ResetFactor } from "@/components/console/reset-factor";
import { openAnswer } from "@/lib/accounts/one/answer/open-answer";
import { listMissed } from "@/lib/accounts/one/resend/list-missed";
import { DETAIL_FORMS } from "@/lib/accounts/one/settings/details";
import { resetFactorAction } from "../../reset-factor-action";
import type { AccountPart } from "./account-part";
import { ChangeAddress } from "./change-address";
import { detailsAction } from "./details-action";
import { noteAction } from "./note-action";
import { resendAction } from "./resend-action";
import { settingsAction } from "./settings-action";
import { startViewAction } from "./start-view-action";
import { withdrawAction } from "./withdraw-action";

/** The actions at the right of an account's page. For a closed account the only action is to add a note. */
export async function ActionList({ session, account, people, query, formResult }: AccountPart) {
  const { viewer, supplier } = session;
  const { id, state } = account;
  const { open } = query;
  const addNote = <AddNote formResult={formResult} open={open} addNote={noteAction.bind(null, id)} />;
  if (state === "closed") return addNote;
  const [missed, answer] = await Promise.all([
    listMissed(viewer, id),
    query.invoice ? openAnswer(viewer, id, query.invoice) : null,
  ]);
  const common = { formResult, open };
  return (
    <>
      <ChangeAddress
        viewer={viewer}
        account={account}
        people={people}
        timeZone={supplier.timeZone}
        isOpen={open === "address"}
      />
      {state === "open" && (
        <ResendForm
          address={account.email}
          isAddressStopped={account.addressState !== null}
          missed={missed}
          canActivate={account.isWithoutPassword}
          resend={resendAction.bind(null, id)}
          {...common}
        />
      )}
      <SettingsForms account={account} set={settingsAction.bind(null, id)} {...common} />
      <ViewAs people={people} formResult={formResult} viewAs={startViewAction.bind(null, id)} />
      {viewer.kind === "manager" && (
        <ResetFactor
          people={people.filter(({ hasSecondFactor }) => hasSecondFactor)}
          areStaff={false}
          isRefused={formResult.refused("factor") !== null}
          reset={resetFactorAction.bind(null, id)}
        />
      )}
      {addNote}
      {(["identity", "adviser"] as const).map((form) => (
        <DetailsForm
          key={form}
          form={form}
          fields={DETAIL_FORMS[form]}
          account={account}
          save={detailsAction.bind(null, id)}
          {...common}
        />
      ))}
      <WithdrawForm
        number={answer && !answer.withdrawn ? answer.number : ""}
        withdraw={withdrawAction.bind(null, id)}
        {...common}
      />
      <CloseForm state={state} set={settingsAction.bind(null, id)} {...common} />
    </>
  );
}
