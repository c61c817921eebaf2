import { v7 as uuidv7 } from "uuid";
import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { stripEnds } from "@/lib/strip";
import type { ActingAdministrator } from "./acting-administrator";
import { type AddedUser, addUser, type NewUser } from "./add-user";
import { isPersonName } from "./person-name";
import { proposePassword } from "./propose-password";

/** The result for one address of a list. */
export interface SeveralResult {
  email: string;
  /** Null when nobody was added. */
  identifier: string | null;
  /** Shown once; null with an invitation. */
  password: string | null;
  refusal: "email_invalid" | "twice" | "too_many" | "identifier_taken" | "busy" | null;
}

/** Maximum of one list; the addresses beyond it are reported. */
export const MOST_ADDED_TOGETHER = 50;

/**
 * Adds a member for each address of a pasted list: one on each line, or separated by commas or semicolons; also in the
 * form « Lila Montferrand <lila@…> ». The identifier is the address, or an assigned one when the address is taken (R3).
 * Each person is added separately, so that a wrong line does not stop the others. Needs fresh proof; the administrators
 * are told of the whole list in one mail.
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
  const seen = new Set<string>();
  for (const { name, email } of readPastedAddresses(pasted)) {
    const refused = (refusal: SeveralResult["refusal"]) =>
      results.push({ email, identifier: null, password: null, refusal });
    if (results.length >= MOST_ADDED_TOGETHER) refused("too_many");
    else if (!isMailAddress(email)) refused("email_invalid");
    else if (seen.has(email)) refused("twice");
    else {
      seen.add(email);
      const password = access === "default_password" ? proposePassword(email) : null;
      const wanted: NewUser = {
        name,
        identifier: email,
        email,
        access: password === null ? { kind: "invitation" } : { kind: "default_password", password },
        locale,
      };
      const added = await addFreely(administrator, wanted, listId);
      if (added.ok) results.push({ email, identifier: added.identifier, password, refusal: null });
      else refused(REFUSALS[added.reason] ?? "identifier_taken");
    }
  }
  return { ok: true, results };
}

/** The proof may end while a long list is being added; the rest is to be sent again. */
const REFUSALS: Partial<Record<string, SeveralResult["refusal"]>> = {
  too_many: "too_many",
  busy: "busy",
  proof_needed: "busy",
};

/** Adds the user with the wanted identifier, or with the suggested one when it is taken. */
async function addFreely(
  administrator: ActingAdministrator,
  wanted: NewUser,
  listId: string,
): Promise<AddedUser> {
  const added = await addUser(administrator, wanted, listId);
  if (added.ok || added.reason !== "identifier_taken") return added;
  return addUser(administrator, { ...wanted, identifier: added.suggestion }, listId);
}

/** Reads addresses and names. Without a usable name, the part before the @ becomes the name. */
export function readPastedAddresses(pasted: string): { name: string; email: string }[] {
  return pasted
    .split(/[\n\r;,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, named = "", bracketed] = /^(.*)<([^<>]*)>$/.exec(line) ?? [];
      const email = normalizeMailAddress(bracketed ?? line).replace(/^mailto:/, "");
      const name = stripEnds(named.trim(), `"'`).trim();
      const words = (email.split("@")[0] ?? "").replace(/[._]+/g, " ").trim();
      return { name: name !== "" && isPersonName(name) ? name : words || email, email };
    });
}
