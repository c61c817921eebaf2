import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Administrator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isMailAddress } from "@/lib/mail-address";
import { readPastedPeople } from "./pasted-people";

/** A person of a pasted list, and why they cannot be added. */
export interface PlannedUser {
  name: string;
  email: string;
  refusal: "email_invalid" | "twice" | "already_here" | "too_many" | null;
}

/** The maximum number of people added from one list; the people after them are refused. */
export const MAX_ADDED_TOGETHER = 50;

/** The maximum number of lines that are read, so that the result stays readable. */
const MAX_LINES = 500;

/**
 * Reads a pasted list (`readPastedPeople`) and says for each person whether they can be added. Refuses an address that
 * appears twice, and the address or identifier of a colleague of this account, even of one without access.
 */
export async function planSeveralUsers(viewer: Administrator, pasted: string): Promise<PlannedUser[]> {
  const colleagues = await withViewer(viewer, (tx) =>
    tx
      .select({ identifier: users.identifier, email: users.email })
      .from(users)
      .where(eq(users.accountId, viewer.accountId)),
  );
  const taken = new Set(colleagues.flatMap(({ identifier, email }) => [identifier, email]));
  const seen = new Set<string>();
  let count = 0;
  return readPastedPeople(pasted)
    .slice(0, MAX_LINES)
    .map(({ name, email }) => {
      const refusal = !isMailAddress(email)
        ? "email_invalid"
        : seen.has(email)
          ? "twice"
          : taken.has(email)
            ? "already_here"
            : count >= MAX_ADDED_TOGETHER
              ? "too_many"
              : null;
      seen.add(email);
      if (refusal === null) count++;
      return { name, email, refusal };
    });
}
