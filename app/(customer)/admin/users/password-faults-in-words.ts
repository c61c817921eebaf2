import { getTranslations } from "next-intl/server";

const FAULTS = [
  "too_short",
  "too_long",
  "no_upper_case",
  "no_digit",
  "no_special",
  "like_identifier",
  "breached",
] as const;

/** The faults of a default password, as a flash carries them, in one line of words. */
export async function passwordFaultsInWords(faults = ""): Promise<string> {
  const t = await getTranslations("password.problems");
  const given = faults.split(" ");
  return FAULTS.filter((fault) => given.includes(fault))
    .map((fault) => t(fault))
    .join(" ");
}
