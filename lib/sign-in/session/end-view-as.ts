import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import type { Session } from "./session";

/** Ends the view as a customer's user, if there is one, and writes it to the customer's journal. Safe to run twice. */
export async function endViewAs(session: Pick<Session, "id">): Promise<void> {
  await sqlClient()`select auth_end_view_as(${session.id}, ${now()})`;
}
