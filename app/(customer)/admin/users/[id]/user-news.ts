import { getTranslations } from "next-intl/server";
import { passwordFaultsInWords } from "../password-faults-in-words";

type Flash = Record<string, string>;

const SAVED = ["edited", "disabled", "active", "administrator", "member"] as const;
const REFUSED = ["not_found", "yourself", "notified", "last_administrator", "disabled", "too_often"] as const;

const among = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((one) => one === value);

/** What the last form on a colleague's page did, or why not. */
export async function userNews(flash: Flash): Promise<{ tone: "ok" | "bad"; text: string } | null> {
  const t = await getTranslations("admin.user");
  const saved = among(SAVED, flash.saved);
  const refused = among(REFUSED, flash.reason);
  if (saved) return { tone: "ok", text: t(`saved.${saved}`) };
  return refused ? { tone: "bad", text: t(`refused.${refused}`) } : null;
}

/** What is wrong with a field, in words. */
export async function userErrors(
  flash: Flash,
): Promise<Partial<Record<"name" | "email" | "password", string>>> {
  const t = await getTranslations("admin.new.errors");
  switch (flash.reason) {
    case "name_missing":
    case "name_invalid":
      return { name: t(flash.reason) };
    case "email_invalid":
    case "email_missing":
      return { email: t(flash.reason) };
    case "busy":
    case "too_many":
      return { password: t(flash.reason) };
    case "password":
      return { password: await passwordFaultsInWords(flash.faults) };
    default:
      return {};
  }
}
