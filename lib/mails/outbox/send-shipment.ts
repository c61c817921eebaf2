import { setImmediate as nextTurn } from "node:timers/promises";
import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import type { MailsToSend } from "@/lib/mails/transports/mails-to-send";
import { mailTransport, type SendOutcome } from "@/lib/mails/transports/transport";
import { composeMail } from "./compose-mail";
import { loadSecrets } from "./load-secrets";
import { recordOutcome } from "./record-outcome";
import { isTooLateToAsk, type MailEnd, type Shipment } from "./shipment";

const COMPOSED_IN_ONE_GO = 10;

/** Not sent at all: the provider may have it, and could not tell a repetition. */
const IN_DOUBT: SendOutcome = { kind: "unknown", afterMs: null, reason: "may have arrived" };

/** One try: makes the request and writes down what became of each mail. `waitMs` is what the provider asked for. */
export async function sendShipment(shipment: Shipment): Promise<{ ends: MailEnd[]; waitMs: number }> {
  const { isIdempotent } = mailTransport();
  const since = now();
  const outcome = isTooLateToAsk(shipment, isIdempotent, since) ? IN_DOUBT : await tryToSend(shipment);
  const ends = await recordOutcome(shipment, outcome, isIdempotent, now(), since);
  const lost = ends.filter((end) => end === "dead" || end === "uncertain").length;
  if (lost > 0 && outcome.kind !== "accepted")
    log("error", "mail_not_sent", { supplierId: shipment.supplierId, count: lost, reason: outcome.reason });
  return { ends, waitMs: outcome.kind === "retry" ? (outcome.afterMs ?? 0) : 0 };
}

/** What cannot be composed is a fault of ours: it is tried again, since a deployment may mend it. */
async function tryToSend(shipment: Shipment): Promise<SendOutcome> {
  const { id, isBatch, supplierId, mayHaveArrivedSince } = shipment;
  try {
    return await mailTransport().send(id, composing(shipment));
  } catch (error) {
    log("error", "mail_not_composed", { supplierId, ...describeError(error) });
    // One such mail must not hold up the others of a new batch.
    return isBatch && mayHaveArrivedSince === null
      ? { kind: "refused", reason: "not composed", isRecipientToBlame: false }
      : { kind: "retry", afterMs: null, reason: "not composed" };
  }
}

/** Each is composed when the request takes it: of a batch, one mail at a time is in memory. */
function composing({ mails }: Shipment): MailsToSend {
  return {
    length: mails.length,
    async *[Symbol.asyncIterator]() {
      const secretOf = await loadSecrets(mails);
      for (const [at, mail] of mails.entries()) {
        // A hundred mails in one go would make a page of the same process wait.
        if (at > 0 && at % COMPOSED_IN_ONE_GO === 0) await nextTurn();
        yield await composeMail(mail, secretOf);
      }
    },
  };
}
