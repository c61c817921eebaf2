import type { RequestSubject } from "@/emails/request-subject";
import type { QuestionTopic, RequestKind } from "@/lib/request-choices";
import { fromStoredRequest } from "./stored-request";

/** What the request of a row is about, in a few words. */
export function requestSubject(row: {
  kind: RequestKind;
  topic: QuestionTopic | null;
  wanted: unknown;
}): RequestSubject {
  const { document } = fromStoredRequest({ wanted: row.wanted, message: "" });
  return {
    ...{ kind: row.kind, topic: row.topic, document: document?.number ?? null },
    ...{ contract: document?.contract ?? null, vehicle: document?.vehicle ?? null },
  };
}
