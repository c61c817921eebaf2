import { v7 as uuidv7 } from "uuid";
import type { Locale } from "@/lib/languages";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { ActingAdministrator } from "./acting-administrator";
import { type AddedUser, addUser, type NewUser } from "./add-user";
import { type PlannedUser, planSeveralUsers } from "./plan-several-users";
import { proposePassword } from "./propose-password";

/** The result for one address of a list. */
export interface SeveralResult {
  name: string;
  email: string;
  /** Null when nobody was added. */
  identifier: string | null;
  /** Shown once; null with an invitation. */
  password: string | null;
  refusal: PlannedUser["refusal"] | "not_added" | "busy";
}

/**
 * Adds a member for each person of a pasted list who can be added (`planSeveralUsers`). The identifier is the address,
 * or an assigned one when the address is taken (R3). Each person is added separately, so that a wrong line does not
 * stop the others. Needs fresh proof; the administrators are told of the whole list in one mail.
 */
export async function addSeveralUsers(
  administrator: ActingAdministrator,
  pasted: string,
  access: "default_password" | "invitation",
  locale: Locale,
): Promise<{ ok: true; results: SeveralResult[] } | StaleProof> {
  const proof = await checkFreshProof({ id: administrator.sessionId });
  if (!proof.ok) return proof;
  const listId = uuidv7();
  const results: SeveralResult[] = [];
  for (const { name, email, refusal } of await planSeveralUsers(administrator.viewer, pasted)) {
    const refused = (reason: SeveralResult["refusal"]) =>
      results.push({ name, email, identifier: null, password: null, refusal: reason });
    if (refusal !== null) {
      refused(refusal);
      continue;
    }
    const password = access === "default_password" ? proposePassword(email) : null;
    const wanted: NewUser = {
      name,
      identifier: email,
      email,
      access: password === null ? { kind: "invitation" } : { kind: "default_password", password },
      locale,
    };
    const added = await addWithFreeIdentifier(administrator, wanted, listId);
    if (added.ok) results.push({ name, email, identifier: added.identifier, password, refusal: null });
    else refused(REFUSALS[added.reason] ?? "not_added");
  }
  return { ok: true, results };
}

/** The proof may expire while a long list is being added; then the administrator has to send the rest again. */
const REFUSALS: Partial<Record<string, SeveralResult["refusal"]>> = {
  too_many: "too_many",
  busy: "busy",
  proof_needed: "busy",
};

/** Adds the user with the wanted identifier, or with the suggested one when it is taken. */
async function addWithFreeIdentifier(
  administrator: ActingAdministrator,
  wanted: NewUser,
  listId: string,
): Promise<AddedUser> {
  const added = await addUser(administrator, wanted, listId);
  if (added.ok || added.reason !== "invalid" || added.suggestion === null) return added;
  return addUser(administrator, { ...wanted, identifier: added.suggestion }, listId);
}
