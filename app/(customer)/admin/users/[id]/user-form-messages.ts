import { getTranslations } from "next-intl/server";
import type { Flash } from "@/lib/http/flash";
import { passwordFaultsInWords } from "../password-faults-in-words";

const SAVED = ["edited", "disabled", "active", "administrator", "member"] as const;
const REFUSED = ["not_found", "yourself", "notified", "last_administrator", "disabled", "too_often"] as const;

const findKnown = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

/** Returns the message about the last form sent from a colleague's page: what was saved, or why it was refused. */
export async function userFormMessage(
  result: Flash["result"],
): Promise<{ tone: "ok" | "bad"; text: string } | null> {
  const t = await getTranslations("admin.user");
  const saved = findKnown(SAVED, result.saved);
  const refused = findKnown(REFUSED, result.reason);
  if (saved) return { tone: "ok", text: t(`saved.${saved}`) };
  return refused ? { tone: "bad", text: t(`refused.${refused}`) } : null;
}

/** Returns the error messages of the fields. */
export async function userFieldErrors(
  result: Flash["result"],
): Promise<Partial<Record<"name" | "email" | "password", string>>> {
  const t = await getTranslations("admin.new.errors");
  switch (result.reason) {
    case "name_missing":
    case "name_invalid":
      return { name: t(result.reason) };
    case "email_invalid":
    case "email_missing":
      return { email: t(result.reason) };
    case "busy":
    case "too_many":
      return { password: t(result.reason) };
    case "password":
      return { password: await passwordFaultsInWords(result.faults) };
    default:
      return {};
  }
}
