import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplatePage } from "@/components/console/requests/template-page";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { saveTemplateAction } from "../save-template-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.templates"))("new") };
}

export default async function Page() {
  const session = await requireSupplierStaff();
  return (
    <ConsoleShell session={session} section="requests">
      <TemplatePage
        template={null}
        isSaved={false}
        save={saveTemplateAction.bind(null, "new")}
        remove={null}
      />
    </ConsoleShell>
  );
}
