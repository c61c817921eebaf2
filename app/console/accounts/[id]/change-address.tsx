import { getTranslations } from "next-intl/server";
import { ActionBox } from "@/components/console/account/action-box";
import { ChangeAddressForm } from "@/components/console/address-change/change-address-form";
import { OpenChangeNotice } from "@/components/console/address-change/open-change-notice";
import type { StaffUser } from "@/lib/access/viewer";
import { findOpenChange } from "@/lib/accounts/address-change/find-open-change";
import type { OpenedAccount } from "@/lib/accounts/one/open-account";
import type { PersonOfAccount } from "@/lib/accounts/one/people/list-people";
import { changeAddressAction } from "../../change-address-action";
import { undoAddressAction } from "../../undo-address-action";

interface ChangeAddressProps {
  viewer: StaffUser;
  account: OpenedAccount;
  people: readonly PersonOfAccount[];
  timeZone: string;
  /** Whether the form is shown without a click. */
  isOpen: boolean;
}

/** « Changer l’adresse » on the page of an account, and « Annuler » while the last change can be undone. */
export async function ChangeAddress({ viewer, account, people, timeZone, isOpen }: ChangeAddressProps) {
  const [openChange, t] = await Promise.all([
    findOpenChange(viewer, account.id),
    getTranslations("console.addressChange"),
  ]);
  const notified = people.find(({ isNotified, status }) => isNotified && status === "active");
  return (
    <>
      {openChange && (
        <OpenChangeNotice
          change={openChange}
          timeZone={timeZone}
          undo={undoAddressAction.bind(null, account.id)}
        />
      )}
      {account.state !== "closed" && (
        <ActionBox id="address" title={t("title")} hint={t("hint")} isOpen={isOpen}>
          <ChangeAddressForm
            id="new-address"
            notified={notified ? notified.name || notified.identifier : null}
            isNowPreselected={account.email === null || account.addressState !== null}
            changeAddress={changeAddressAction.bind(null, account.id, "account")}
          />
        </ActionBox>
      )}
    </>
  );
}
