import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewKeyPage } from "@/components/console/keys/new-key-page";
import { readFlash } from "@/lib/http/flash";
import { KEY_SCOPES } from "@/lib/key-scopes";
import type { KeyFault } from "@/lib/keys/create-key";
import { KEY_NAME_LENGTH, MAX_ACTIVE_KEYS } from "@/lib/keys/key-limits";
import { requireSupplierManager } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { createKeyAction } from "./create-key-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.keys"))("create") };
}

const FIELD_OF_FAULT = {
  name_missing: "name",
  name_too_long: "name",
  name_taken: "name",
  scopes_missing: "scopes",
  too_many: "form",
  too_often: "form",
} as const satisfies Record<KeyFault, string>;

const isFault = (word: string): word is KeyFault => word in FIELD_OF_FAULT;

export default async function Page() {
  const session = await requireSupplierManager();
  const [t, { result, typed }] = await Promise.all([
    getTranslations("console.keys.errors"),
    readFlash("/console/keys/new"),
  ]);
  const fault = result.reason ?? "";
  const limits = { length: KEY_NAME_LENGTH, max: MAX_ACTIVE_KEYS };
  return (
    <ConsoleShell session={session} section="settings" settingsPage="keys">
      <NewKeyPage
        name={typed.name ?? ""}
        scopes={isFault(fault) ? KEY_SCOPES.filter((scope) => typed[scope] === "yes") : ["deposits"]}
        life={typed.life ?? "never"}
        errors={isFault(fault) ? { [FIELD_OF_FAULT[fault]]: t(fault, limits) } : {}}
        create={createKeyAction}
      />
    </ConsoleShell>
  );
}
