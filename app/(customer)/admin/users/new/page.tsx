import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type NewUserEntries, NewUserPage } from "@/components/admin/new-user-page";
import { type Flash, readFlash } from "@/lib/http/flash";
import { isLocale } from "@/lib/languages";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { proposePassword } from "@/lib/users/propose-password";
import { CustomerShell } from "../../../customer-shell";
import { passwordFaultsInWords } from "../password-faults-in-words";
import { addUserAction } from "./add-user-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.new"))("title") };
}

export default async function Page({ searchParams }: PageProps<"/admin/users/new">) {
  const session = await requireAdministrator();
  const [{ result, typed }, { identifier }] = await Promise.all([
    readFlash("/admin/users/new"),
    searchParams,
  ]);
  const suggested = typeof identifier === "string" ? identifier.slice(0, 254) : null;
  return (
    <CustomerShell session={session} section="admin">
      <NewUserPage
        name={typed.name ?? ""}
        identifier={suggested ?? typed.identifier ?? ""}
        email={typed.email ?? ""}
        access={typed.access === "invitation" ? "invitation" : "default_password"}
        errors={suggested === null ? await errorsOf(result) : {}}
        suggestion={suggested === null ? (result.suggestion ?? null) : null}
        languages={session.supplier.languages}
        language={isLocale(typed.locale) ? typed.locale : session.locale}
        companyName={session.account.companyName}
        proposal={result.another ? proposePassword() : typed.password || proposePassword()}
        addUser={addUserAction}
      />
    </CustomerShell>
  );
}

const FIELD_OF_PROBLEM = {
  name_missing: "name",
  name_invalid: "name",
  identifier_invalid: "identifier",
  identifier_taken: "identifier",
  email_invalid: "email",
  email_missing: "email",
  too_many: "form",
  busy: "form",
} as const satisfies Record<string, keyof NewUserEntries["errors"]>;

const isProblem = (word: string): word is keyof typeof FIELD_OF_PROBLEM => word in FIELD_OF_PROBLEM;

async function errorsOf({ reason, problems, faults }: Flash["result"]): Promise<NewUserEntries["errors"]> {
  const t = await getTranslations("admin.new.errors");
  const found = (problems ?? reason ?? "").split(" ").filter(isProblem);
  return {
    ...Object.fromEntries(found.map((problem) => [FIELD_OF_PROBLEM[problem], t(problem)])),
    ...(faults && { password: await passwordFaultsInWords(faults) }),
  };
}
