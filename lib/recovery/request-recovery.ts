import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { networkOf } from "@/lib/http/client-address";
import type { Locale } from "@/lib/languages";
import { allowance, HOUR_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";
import { issueToken } from "@/lib/tokens/issue-token";
import { findRecoverable } from "./find-recoverable";

const PER_ADDRESS = allowance("recovery_address", 5, HOUR_SECONDS);
const PER_NETWORK = allowance("recovery_network", 30, HOUR_SECONDS);
/** After this many requests an hour the supplier's page gives everybody the neutral answer. */
const PER_SUPPLIER = allowance("recovery_supplier", 500, HOUR_SECONDS);

export interface RecoveryRequest {
  /** With the id null it is the recovery of operators. */
  supplier: { id: string | null; recoveryAnswer: "explicit" | "neutral" };
  email: string;
  /** The client's network address, "" when unknown. */
  address: string;
  locale: Locale;
  /**
   * Runs work after the answer was sent. A neutral answer is given before the address is looked up, so that the time of
   * the answer does not reveal whether it is known. Without this function the work is done first.
   */
  afterResponse?: (work: () => Promise<unknown>) => void;
}

export type RecoveryAnswer =
  | "sent"
  | "unknown"
  /** The address is known, but mails to it bounce (R5): only the supplier can help. */
  | "undeliverable"
  | "neutral"
  | "not_an_address"
  | "too_many";

/**
 * « Mot de passe ou identifiant oublié » (FAQ 1.4, 2.2): mails a link that shows the identifiers of the address at this
 * supplier and lets its holder choose a password. Answers like the FAQ: `sent`, `unknown` or `undeliverable`; `neutral`
 * when the supplier's setting says so or too many requests arrive, and then after the same work for every address.
 */
export async function requestRecovery(request: RecoveryRequest): Promise<RecoveryAnswer> {
  const at = now();
  const { supplier } = request;
  const email = normalizeMailAddress(request.email);
  if (!isMailAddress(email)) return "not_an_address";

  const network = networkOf(request.address);
  if (network && (await takeAttempt(PER_NETWORK, network, at)) > 0) return "too_many";
  if ((await takeAttempt(PER_ADDRESS, `${supplier.id ?? "operators"} ${email}`, at)) > 0) return "too_many";
  const isOverSupplierLimit = (await takeAttempt(PER_SUPPLIER, supplier.id ?? "operators", at)) > 0;

  const mail = () => mailLink(supplier.id, email, request.locale, at);
  if (!isOverSupplierLimit && supplier.recoveryAnswer === "explicit") return mail();
  if (request.afterResponse) request.afterResponse(mail);
  else await mail();
  return "neutral";
}

/**
 * Queues the mail with the link, if the address is known. Nobody is signed in, so the viewer reaches only the users of
 * one address at one supplier.
 */
function mailLink(
  supplierId: string | null,
  email: string,
  locale: Locale,
  at: Date,
): Promise<"sent" | "unknown" | "undeliverable"> {
  const viewer: Viewer = { kind: "recovery", supplierId, email };
  return withViewer(viewer, async (tx) => {
    const users = await findRecoverable(tx);
    const [first] = users;
    if (!first) return "unknown";
    const state = supplierId === null ? null : await findAddressState(tx, supplierId, email);
    if (state === "bounced") return "undeliverable";
    const tokenId = await issueToken(tx, {
      purpose: "recovery",
      supplierId,
      email,
      createdAt: at,
    });
    await queueNewMail(tx, {
      id: uuidv7(),
      kind: "recovery",
      supplierId,
      accountId: first.accountId,
      userId: first.userId,
      subjectId: tokenId,
      recipient: email,
      locale,
      props: {
        supplier: await mailSupplier(tx, supplierId),
        tokenId,
        requestedAt: at.toISOString(),
      },
      at,
    });
    // One journal entry for each account of the address.
    for (const { userId, accountId } of users)
      await recordAudit(tx, viewer, {
        action: "recovery_requested",
        subjectId: userId,
        supplierId: supplierId ?? undefined,
        accountId: accountId ?? undefined,
        at,
      });
    // The mail is sent all the same: only a new mail shows whether the provider still suppresses the address.
    return state === "suppressed" ? "undeliverable" : "sent";
  });
}
