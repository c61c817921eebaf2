import { getTranslations } from "next-intl/server";
import { passwordEntries } from "@/components/profile/password-entries";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";

/** Returns the faults of a default password, as stored in a flash, as one line of text. */
export async function passwordFaultsInWords(faults?: string): Promise<string> {
  const t = await getTranslations("password.problems");
  return passwordEntries(faults)
    .problems.map((fault) => t(fault, { min: PASSWORD_MIN_LENGTH }))
    .join(" ");
}
