import { getTranslations } from "next-intl/server";
import { INVITATIONS_A_DAY, MAX_STAFF } from "@/lib/users/staff/staff-numbers";

const REASONS = [
  "already_staff",
  "deactivated",
  "too_many_staff",
  "too_many",
  "not_found",
  "yourself",
  "last_manager",
  "not_invited",
  "too_often",
] as const;

/**
 * The sentence that says why one of these actions was refused; "" when its fields say it; null when none was refused.
 */
export async function staffProblem(
  { action, reason }: Readonly<Record<string, string>>,
  actions: readonly string[],
): Promise<string | null> {
  if (reason === undefined || action === undefined || !actions.includes(action)) return null;
  const named = REASONS.find((one) => one === reason);
  if (!named) return "";
  const t = await getTranslations("console.staff.problems");
  return t(named, { max: MAX_STAFF, invitations: INVITATIONS_A_DAY });
}
