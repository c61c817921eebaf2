import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestSettingsPage } from "@/components/console/requests/request-settings-page";
import { readFlash } from "@/lib/http/flash";
import { openAnswerDelay } from "@/lib/requests/find-answer-delay";
import { openContacts } from "@/lib/requests/list-contacts";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { addContactAction } from "./add-contact-action";
import { removeContactAction } from "./remove-contact-action";
import { setDelayAction } from "./set-delay-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.requestSettings"))("title") };
}

const DONE = ["contact_added", "contact_removed", "delay_set"] as const;
const REFUSED = [
  "not_allowed",
  "name_missing",
  "not_an_address",
  "already_here",
  "too_many",
  "too_often",
  "not_found",
  "not_a_delay",
] as const;

export default async function Page() {
  const session = await requireSupplierStaff();
  const { viewer } = session;
  const [contacts, days, { result, typed }] = await Promise.all([
    openContacts(viewer),
    openAnswerDelay(viewer),
    readFlash("/console/requests/settings"),
  ]);
  return (
    <ConsoleShell session={session} section="requests">
      <RequestSettingsPage
        contacts={contacts}
        answerWithinDays={days}
        isManager={viewer.kind === "manager"}
        done={DONE.find((known) => known === result.done) ?? null}
        refused={REFUSED.find((known) => known === result.reason) ?? null}
        typed={{ name: typed.name ?? "", email: typed.email ?? "", days: typed.days }}
        addContact={addContactAction}
        removeContact={removeContactAction}
        setDelay={setDelayAction}
      />
    </ConsoleShell>
  );
}
