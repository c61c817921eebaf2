import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatesPage } from "@/components/console/requests/templates-page";
import { readFlash } from "@/lib/http/flash";
import { openTemplates } from "@/lib/requests/list-templates";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.templates"))("title") };
}

export default async function Page() {
  const session = await requireSupplierStaff();
  const [templates, { result }] = await Promise.all([
    openTemplates(session.viewer),
    readFlash("/console/templates"),
  ]);
  return (
    <ConsoleShell session={session} section="requests">
      <TemplatesPage templates={templates} isRemoved={result.done === "removed"} />
    </ConsoleShell>
  );
}
