import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { PER_IDENTIFIER, returnAttempts } from "@/lib/limits/throttle";
import { changePerson, type PersonChanged } from "./change-person";

/**
 * Ends the block of one identifier after wrong passwords, so that its user can try again at once. Other identifiers
 * stay blocked and the password is unchanged. Writes the journal and notifies by mail.
 */
export async function liftBlock(
  staff: ActingStaff,
  accountId: string,
  personId: string,
): Promise<PersonChanged> {
  const lifted = await changePerson(staff, accountId, personId, async () => ({
    action: "block_lifted",
    notifiedChange: "block_lifted",
  }));
  if (lifted.ok) await returnAttempts(PER_IDENTIFIER, lifted.person.identifier, true);
  return lifted;
}
