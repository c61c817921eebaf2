import type {} from "next-intl";
import type { Locale } from "@/lib/languages";
import type messages from "@/messages/fr.json";

/** Keys of messages and names of languages are checked by the compiler. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
