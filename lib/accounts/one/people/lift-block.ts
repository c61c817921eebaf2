import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { PER_IDENTIFIER, returnAttempts } from "@/lib/limits/throttle";
import { changePerson, type PersonChanged } from "./change-person";

/**
 * Lets one identifier try its password again at once, after wrong ones had blocked it: that identifier alone, noted in the
 * journal and told by mail. The password stays as it is.
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
