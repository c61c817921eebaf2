import type { Locale } from "@/lib/locale/locale";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { type AddedUser, addUser, type NewUser } from "./add-user";
import type { Inviter } from "./invite-user";
import { isPersonName } from "./person-name";
import { proposePassword } from "./propose-password";

/** What became of one address of a list. */
export interface SeveralResult {
  email: string;
  /** Null where nobody was added. */
  identifier: string | null;
  /** Shown once; null with an invitation. */
  password: string | null;
  refusal: "email_invalid" | "twice" | "too_many" | "identifier_taken" | "busy" | null;
}

/** One paste adds at most so many; the rest is told. */
export const MOST_AT_ONCE = 50;

/**
 * Adds a member for each address of a pasted list: one a line, or separated by commas or semicolons, « Lila Montferrand
 * <lila@…> » too. The identifier is the address, or one of ours where it names somebody already (R3). Each is added for
 * itself: a bad line stops none of the others.
 */
export async function addSeveralUsers(
  inviter: Inviter,
  pasted: string,
  access: "default_password" | "invitation",
  locale: Locale,
): Promise<SeveralResult[]> {
  const results: SeveralResult[] = [];
  const seen = new Set<string>();
  for (const { name, email } of readPastedAddresses(pasted)) {
    const refused = (refusal: SeveralResult["refusal"]) =>
      results.push({ email, identifier: null, password: null, refusal });
    if (results.length >= MOST_AT_ONCE) refused("too_many");
    else if (!isMailAddress(email)) refused("email_invalid");
    else if (seen.has(email)) refused("twice");
    else {
      seen.add(email);
      const password = access === "default_password" ? proposePassword(email) : null;
      const added = await addFreely(inviter, {
        name,
        identifier: email,
        email,
        access: password === null ? { kind: "invitation" } : { kind: "default_password", password },
        locale,
      });
      if (added.ok) results.push({ email, identifier: added.identifier, password, refusal: null });
      else
        refused(added.reason === "too_many" || added.reason === "busy" ? added.reason : "identifier_taken");
    }
  }
  return results;
}

/** Under the wanted identifier, or under the one suggested in its place. */
async function addFreely(inviter: Inviter, wanted: NewUser): Promise<AddedUser> {
  const added = await addUser(inviter, wanted);
  if (added.ok || added.reason !== "identifier_taken") return added;
  return addUser(inviter, { ...wanted, identifier: added.suggestion });
}

/** Pure: addresses with the names before them, or the words before the @ where none stands that can be a name. */
export function readPastedAddresses(pasted: string): { name: string; email: string }[] {
  return pasted
    .split(/[\n\r;,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, named = "", bracketed] = /^(.*)<([^<>]*)>$/.exec(line) ?? [];
      const email = normalizeMailAddress(bracketed ?? line).replace(/^mailto:/, "");
      const name = named.replace(/["']/g, "").trim();
      const words = (email.split("@")[0] ?? "").replace(/[._]+/g, " ").trim();
      return { name: name !== "" && isPersonName(name) ? name : words || email, email };
    });
}
