import { countRefusal } from "@/lib/limits/count-refusals";
import { logSecurityEvent } from "@/lib/security-log";
import { clientAddress, networkOf } from "./client-address";
import { refusedRequest } from "./refused-request";

/** Answers 403 to a file that another site posted (security T10), and logs it as a security event. */
export function refuseForeignForm(headers: Headers, href: string): Response {
  countRefusal("origin_refused");
  logSecurityEvent("origin_refused", { network: networkOf(clientAddress(headers)) });
  return refusedRequest(
    headers,
    "foreign_form",
    { status: 403, type: "foreign-form", title: "The form comes from another origin." },
    { href },
  );
}
