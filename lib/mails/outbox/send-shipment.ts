import { setImmediate as letOthersRun } from "node:timers/promises";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { reportTestAddresses } from "@/lib/mails/deliveries/report-test-addresses";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import type { MailsToSend } from "@/lib/mails/transports/mails-to-send";
import { mailTransport } from "@/lib/mails/transports/open-transport";
import { composeMail } from "./compose-mail";
import { loadSecrets } from "./load-secrets";
import { recordOutcome } from "./record-outcome";
import { isTooLateToRetry, type Shipment, type StateAfterTry } from "./shipment";

const COMPOSED_WITHOUT_PAUSE = 10;

/** The outcome when nothing is sent: the provider may have the mail already, and would not recognize a repetition. */
const IN_DOUBT: SendOutcome = { kind: "unknown", afterMs: null, detail: "may have arrived" };

/**
 * Makes one try: sends the request and records the new state of each mail. `waitMs` is the wait that the provider asked
 * for.
 */
export async function sendShipment(shipment: Shipment): Promise<{ states: StateAfterTry[]; waitMs: number }> {
  const { isIdempotent } = mailTransport();
  const since = now();
  const outcome = isTooLateToRetry(shipment, isIdempotent, since) ? IN_DOUBT : await tryToSend(shipment);
  const states = await recordOutcome(shipment, outcome, isIdempotent, now(), since);
  if (outcome.kind === "accepted") await reportFromMailbox(shipment, outcome.messageIds);
  const lost = states.filter((state) => state === "dead" || state === "uncertain").length;
  if (lost > 0 && outcome.kind !== "accepted")
    log("error", "mail_not_sent", {
      supplierId: shipment.supplierId ?? undefined,
      count: lost,
      reason: outcome.detail,
    });
  return { states, waitMs: outcome.kind === "retry" ? (outcome.afterMs ?? 0) : 0 };
}

/** In the demo no provider reports the delivery of a mail, so the portal records it itself. */
async function reportFromMailbox({ mails }: Shipment, messageIds: readonly string[]): Promise<void> {
  const { EMBEDDED, EMAIL_TRANSPORT } = env();
  if (!EMBEDDED || EMAIL_TRANSPORT !== "mailbox") return;
  await reportTestAddresses(
    mails.flatMap(({ recipient: to }, index) => {
      const id = messageIds[index];
      return id === undefined ? [] : [{ id, to }];
    }),
  );
}

/**
 * Sends the request. A mail that cannot be composed is an error of the portal; it is retried: a deployment may fix
 * it.
 */
async function tryToSend(shipment: Shipment): Promise<SendOutcome> {
  const { id, isBatch, supplierId, mayHaveArrivedSince } = shipment;
  try {
    return await mailTransport().send(id, composing(shipment));
  } catch (error) {
    log("error", "mail_not_composed", { supplierId: supplierId ?? undefined, ...describeError(error) });
    // One such mail must not delay the others of a new batch.
    return isBatch && mayHaveArrivedSince === null
      ? { kind: "refused", by: "portal", isAddressDead: false, detail: "not composed" }
      : { kind: "retry", afterMs: null, detail: "not composed" };
  }
}

/** Performance: each mail is composed when the transport reads it, so that only one mail of a batch is in memory. */
function composing({ mails }: Shipment): MailsToSend {
  return {
    length: mails.length,
    async *[Symbol.asyncIterator]() {
      const deriveSecret = await loadSecrets(mails);
      for (const [index, mail] of mails.entries()) {
        // A hundred mails without a pause would delay the page requests of the same process.
        if (index > 0 && index % COMPOSED_WITHOUT_PAUSE === 0) await letOthersRun();
        yield await composeMail(mail, deriveSecret);
      }
    },
  };
}
