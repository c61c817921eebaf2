import { REQUEST_REFUSALS, type RequestAnswer } from "@/components/profile/request-form";

/** What the action left for the form: why not, and what was typed. */
export function requestAnswer(flash: Record<string, string>): RequestAnswer | null {
  const { reason, askedAt = "", email = "", preference = "", message = "" } = flash;
  const typed = { email, preference, message };
  if (reason === "already_asked" && Date.parse(askedAt))
    return { refusal: { reason, askedAt: new Date(askedAt) }, typed };
  const refusal = REQUEST_REFUSALS.find((known) => known === reason);
  return refusal ? { refusal: { reason: refusal }, typed } : null;
}
