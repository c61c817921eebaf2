import { v7 as uuidv7 } from "uuid";
import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { resendLockedActivation } from "@/lib/accounts/resend-activation";
import { now } from "@/lib/clock";
import { allowance, DAY_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { checkProofForCustomers } from "@/lib/sign-in/fresh-proof";
import { issueToken } from "@/lib/tokens/issue-token";
import { changePerson, type PersonChanged } from "./change-person";

/** The number of links that staff may mail to one person in a day, so that nobody can flood a mailbox. */
const PER_PERSON = allowance("access_links", 10, DAY_SECONDS);

type LinkRefusal = "disabled" | "no_email" | "address_stopped";

/**
 * « Renvoyer un accès »: mails a person of a customer a link to choose a password, only to their recorded address.
 * The mail is the activation mail when the person never had a password and has the same address as the account;
 * otherwise it is the recovery mail. Their present password stays valid until the link is used.
 */
export async function sendAccessLink(
  staff: ActingStaff,
  accountId: string,
  personId: string,
): Promise<PersonChanged<LinkRefusal> | { ok: false; reason: "too_many_links" }> {
  const { viewer } = staff;
  const proof = await checkProofForCustomers({ id: staff.sessionId });
  if (!proof.ok) return proof;
  // Counted for each supplier separately, so that another supplier's staff cannot use up this limit.
  if ((await takeAttempt(PER_PERSON, `${viewer.supplierId} ${personId}`, now())) > 0)
    return { ok: false, reason: "too_many_links" };
  return changePerson<LinkRefusal>(staff, accountId, personId, async (person, tx, { account, at }) => {
    const { email } = person;
    if (person.status === "disabled") return "disabled";
    if (email === null) return "no_email";
    const { supplierId } = viewer;
    if ((await findAddressState(tx, supplierId, email)) === "bounced") return "address_stopped";
    const sent = { action: "access_link_sent", details: { address: email } } as const;
    if (!person.hasPassword && email === account.email) {
      const activation = await resendLockedActivation(tx, viewer, account, at);
      if (activation.ok) return sent;
    }
    const tokenId = await issueToken(tx, {
      purpose: "recovery",
      supplierId,
      userId: person.id,
      email,
      createdAt: at,
    });
    await queueMail(tx, {
      id: uuidv7(),
      kind: "recovery",
      supplierId,
      accountId: account.id,
      userId: person.id,
      subjectId: tokenId,
      recipient: email,
      locale: person.locale,
      props: { supplier: await mailSupplier(tx, supplierId), tokenId, requestedAt: at.toISOString() },
      at,
    });
    return sent;
  });
}
