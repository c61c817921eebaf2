import type { RequestKind } from "@/lib/request-choices";

/** The class that colours a kind of request in the chart and in its legend. */
export const KIND_CLASS: Record<RequestKind, string> = {
  notification_change: "request-notification_change",
  duplicate: "request-duplicate",
  question: "request-question",
};
