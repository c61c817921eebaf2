import type { RequestContent } from "@/emails/request-content";
import { isPlainDate, type PlainDate } from "@/lib/dates";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText } from "@/lib/mails/writing/clean-props";
import type { Preference } from "@/lib/preferences";
import { cleanLines } from "./read-message";

/** A request to the adviser as it was typed: another address or preference (R20), or a duplicate (R15). */
export type CustomerRequest =
  | { kind: "notification_change"; email: string | null; preference: Preference | null; message: string }
  | { kind: "duplicate"; number: string; issuedOn: PlainDate | null; message: string };

export type CustomerRequestFault = "nothing_asked" | "not_an_address" | "too_long";

/**
 * More than the form allows (`MESSAGE_LENGTH`), because a browser counts a line break as one character but sends two.
 */
const MAX_MESSAGE_LENGTH = 2_000;
const MAX_NUMBER_LENGTH = 100;

/**
 * Converts a request to its stored form: the address in lower case, texts without control characters, the message
 * with its line breaks. Refuses an empty request, an invalid address, a message longer than 2,000 characters and a
 * number longer than 100. An invalid date is left out.
 */
export function readRequest(
  request: CustomerRequest,
): { ok: true; asked: RequestContent } | { ok: false; reason: CustomerRequestFault } {
  if (request.message.length > MAX_MESSAGE_LENGTH) return { ok: false, reason: "too_long" };
  const asked: RequestContent = {
    address: null,
    preference: null,
    document: null,
    message: cleanLines(request.message).filter((line) => line !== ""),
  };
  if (request.kind === "duplicate") {
    const number = cleanText(request.number).trim();
    if (number === "") return { ok: false, reason: "nothing_asked" };
    if (number.length > MAX_NUMBER_LENGTH) return { ok: false, reason: "too_long" };
    const issuedOn = request.issuedOn !== null && isPlainDate(request.issuedOn) ? request.issuedOn : null;
    return { ok: true, asked: { ...asked, document: { number, issuedOn } } };
  }
  const address = normalizeMailAddress(request.email ?? "");
  if (address !== "" && !isMailAddress(address)) return { ok: false, reason: "not_an_address" };
  if (address === "" && request.preference === null && asked.message.length === 0)
    return { ok: false, reason: "nothing_asked" };
  return { ok: true, asked: { ...asked, address: address || null, preference: request.preference } };
}

/** Whether two requests ask for the same. The message counts only when nothing else was asked. */
export function isSameRequest(one: RequestContent, other: RequestContent): boolean {
  const wanted = ({ address, preference, document, message }: RequestContent) =>
    address === null && preference === null && document === null
      ? message.join("\n")
      : JSON.stringify([address, preference, document?.number.toLowerCase()]);
  return wanted(one) === wanted(other);
}
