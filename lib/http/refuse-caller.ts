import { countRefusal } from "@/lib/limits/count-refusals";
import { redactPath } from "@/lib/log";
import { logSecurityEvent, type SecurityEvent } from "@/lib/security-log";
import { clientAddress, networkOf } from "./client-address";
import { type Problem, problemResponse } from "./problem";

const UNAUTHORIZED: Problem = {
  status: 401,
  type: "unauthorized",
  title: "A valid key is needed.",
  detail: "Send Authorization: Bearer followed by your key or token.",
};

/**
 * Answers 401 to a program that did not prove who it is, or `problem` to one without a right, and logs the refusal as a
 * security event.
 */
export function refuseCaller(
  request: Request,
  event: Extract<SecurityEvent, "key_refused" | "scheduler_refused" | "webhook_refused">,
  problem = UNAUTHORIZED,
): Response {
  countRefusal(event);
  logSecurityEvent(event, {
    method: request.method,
    path: redactPath(new URL(request.url).pathname).slice(0, 200),
    network: networkOf(clientAddress(request.headers)),
  });
  return problemResponse(problem);
}
