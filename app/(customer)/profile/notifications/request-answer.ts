import { REQUEST_REFUSALS, type RequestAnswer } from "@/components/profile/request-form";
import type { Flash } from "@/lib/http/flash";

/** Returns the refusal reason and the typed entries that the action left in the flash for the form. */
export function requestAnswer({ result, typed }: Flash): RequestAnswer | null {
  const { reason, askedAt = "" } = result;
  const { email = "", preference = "", message = "" } = typed;
  const entries = { email, preference, message };
  if (reason === "already_asked" && Date.parse(askedAt))
    return { refusal: { reason, askedAt: new Date(askedAt) }, typed: entries };
  const refusal = REQUEST_REFUSALS.find((known) => known === reason);
  return refusal ? { refusal: { reason: refusal }, typed: entries } : null;
}
