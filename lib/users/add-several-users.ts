import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { type AddedUser, addUser, type NewUser } from "./add-user";
import type { Inviter } from "./invite-user";
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
 * Each person is added separately, so that a wrong line does not stop the others.
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
    if (results.length >= MOST_ADDED_TOGETHER) refused("too_many");
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

/** Adds the user with the wanted identifier, or with the suggested one when it is taken. */
async function addFreely(inviter: Inviter, wanted: NewUser): Promise<AddedUser> {
  const added = await addUser(inviter, wanted);
  if (added.ok || added.reason !== "identifier_taken") return added;
  return addUser(inviter, { ...wanted, identifier: added.suggestion });
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
      const name = named.replace(/["']/g, "").trim();
      const words = (email.split("@")[0] ?? "").replace(/[._]+/g, " ").trim();
      return { name: name !== "" && isPersonName(name) ? name : words || email, email };
    });
}
