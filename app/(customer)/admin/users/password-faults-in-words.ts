import { getTranslations } from "next-intl/server";
import { passwordEntries } from "@/components/profile/password-entries";
import { PASSWORD_MIN_LENGTH } from "@/lib/password-rule";

/** The faults of a default password, as a flash carries them, in one line of words. */
export async function passwordFaultsInWords(faults?: string): Promise<string> {
  const t = await getTranslations("password.problems");
  return passwordEntries(faults)
    .problems.map((fault) => t(fault, { min: PASSWORD_MIN_LENGTH }))
    .join(" ");
}
