import { sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { RequestContent } from "@/emails/request-content";
import type { RequestSubject } from "@/emails/request-subject";
import { personLabel } from "@/lib/person-label";
import type { RequestState } from "@/lib/request-choices";
import { requestSubject } from "./request-subject";
import { fromStoredRequest } from "./stored-request";

/** A request as the customer's users see it in the lists of their account. */
export interface OwnRequest {
  id: string;
  subject: RequestSubject;
  asked: RequestContent;
  state: RequestState;
  /** Identifier and name. */
  askedBy: string;
  askedAt: Date;
  lastAnsweredAt: Date | null;
  /** Whether nobody of the account has read the last answer yet. */
  isUnread: boolean;
}

/** Condition on a row of `customer_requests`: nobody of the account has read the last answer. */
export const IS_UNREAD = sql<boolean>`(${customerRequests.lastAnsweredAt} is not null
  and ${customerRequests.lastAnsweredAt} > coalesce(${customerRequests.readAt}, '-infinity'))`;

/** The columns that `toOwnRequest` needs, from `customer_requests` joined with `users`. */
export const OWN_REQUEST_COLUMNS = {
  id: customerRequests.id,
  kind: customerRequests.kind,
  topic: customerRequests.topic,
  wanted: customerRequests.wanted,
  message: customerRequests.message,
  state: customerRequests.state,
  identifier: users.identifier,
  name: users.name,
  askedAt: customerRequests.createdAt,
  lastAnsweredAt: customerRequests.lastAnsweredAt,
  isUnread: IS_UNREAD,
};

interface Row extends Pick<
  typeof customerRequests.$inferSelect,
  "id" | "kind" | "topic" | "wanted" | "message" | "state" | "lastAnsweredAt"
> {
  identifier: string;
  name: string;
  askedAt: Date;
  isUnread: boolean;
}

/** Converts a row with `OWN_REQUEST_COLUMNS`. */
export const toOwnRequest = ({
  wanted,
  message,
  identifier,
  name,
  kind,
  topic,
  ...row
}: Row): OwnRequest => ({
  ...row,
  subject: requestSubject({ kind, topic, wanted }),
  askedBy: personLabel({ identifier, name }),
  asked: fromStoredRequest({ wanted, message }),
});
