import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeAddressForm } from "@/components/console/address-change/change-address-form";
import { DeskPage } from "@/components/console/deliveries/desk-page";
import { DeskRow } from "@/components/console/deliveries/desk-row";
import { HeldMailsNote } from "@/components/console/deliveries/held-mails";
import { SentMailsPage } from "@/components/console/deliveries/sent-mails-page";
import {
  type DeskFilter,
  MAX_PEOPLE,
  readDeskFilter,
  writeAfter,
  writeDeskFilter,
} from "@/lib/desk/desk-filter";
import { listDeliveryProblems } from "@/lib/desk/list-delivery-problems";
import { LISTED_DAYS, listSentMails } from "@/lib/desk/list-sent-mails";
import { readHeldMails } from "@/lib/desk/read-held-mails";
import { readFlash } from "@/lib/http/flash";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { readTimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { accountPath } from "../accounts/[id]/account-path";
import { changeAddressAction } from "../change-address-action";
import { ConsoleShell } from "../console-shell";
import { DESK_PATH, deskFormResult } from "./desk-form-result";
import { retryAction } from "./retry-action";

type Props = PageProps<"/console/deliveries">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.deliveries"))("title") };
}

export default async function Page({ searchParams }: Props) {
  const [session, search] = await Promise.all([requireSupplierStaff(), searchParams]);
  const { viewer, supplier } = session;
  const { timeZone } = supplier;
  const heldNote = <HeldMailsNote held={await readHeldMails(viewer)} timeZone={timeZone} />;
  if (search.list === "all") {
    const { mails, older } = await listSentMails(viewer, readTimeCursor(search.after));
    return (
      <ConsoleShell session={session} section="deliveries">
        <SentMailsPage
          mails={mails}
          olderHref={older && `${DESK_PATH}?list=all&after=${writeTimeCursor(older)}`}
          timeZone={timeZone}
          days={LISTED_DAYS}
          heldNote={heldNote}
        />
      </ConsoleShell>
    );
  }
  const filter = readDeskFilter(search);
  const [desk, formResult] = await Promise.all([
    listDeliveryProblems(viewer, filter),
    readFlash(DESK_PATH).then(deskFormResult),
  ]);
  const csv = writeDeskFilter(filter).toString();
  return (
    <ConsoleShell session={session} section="deliveries">
      <DeskPage
        desk={desk}
        max={MAX_PEOPLE}
        filter={filter}
        href={(change) => deskHref({ ...filter, after: null, ...change })}
        csvHref={`${DESK_PATH}/export${csv && `?${csv}`}`}
        heldNote={heldNote}
        formResult={formResult}
        row={(one) => {
          const isOpen = one.isNotified && search.open === one.accountId;
          const toggleHref = `${deskHref(filter, isOpen ? null : one.accountId)}#row-${one.accountId}`;
          return (
            <DeskRow
              key={one.email}
              problem={one}
              timeZone={timeZone}
              accountHref={accountPath(one.accountId)}
              toggleHref={toggleHref}
              retry={retryAction}
            >
              {isOpen ? (
                <ChangeAddressForm
                  id="address"
                  notified={one.person || null}
                  isNowPreselected={one.isMissing}
                  changeAddress={changeAddressAction.bind(null, one.accountId, "desk")}
                  cancelHref={toggleHref}
                />
              ) : null}
            </DeskRow>
          );
        }}
      />
    </ConsoleShell>
  );
}

/** Returns the URL of the desk with this filter, and with the form open in the row of this account. */
function deskHref(filter: DeskFilter, open: string | null = null): string {
  const query = writeDeskFilter(filter);
  if (filter.after) query.set("after", writeAfter(filter.after));
  if (open) query.set("open", open);
  const text = query.toString();
  return text ? `${DESK_PATH}?${text}` : DESK_PATH;
}
