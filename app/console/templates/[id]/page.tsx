import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { TemplatePage } from "@/components/console/requests/template-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { findTemplate } from "@/lib/requests/list-templates";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { removeTemplateAction } from "../remove-template-action";
import { saveTemplateAction } from "../save-template-action";

type Props = PageProps<"/console/templates/[id]">;

const openTemplate = cache(async (id: string) => {
  const session = await requireSupplierStaff();
  return { session, template: await findTemplate(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { template } = await openTemplate((await params).id);
  return { title: template ? template.title : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { session, template } = await openTemplate((await params).id);
  if (!template) {
    answerNotFound();
    return <MissingPage />;
  }
  const { result } = await readFlash(`/console/templates/${template.id}`);
  return (
    <ConsoleShell session={session} section="requests">
      <TemplatePage
        template={template}
        isSaved={result.done === "saved"}
        save={saveTemplateAction.bind(null, template.id)}
        remove={removeTemplateAction.bind(null, template.id)}
      />
    </ConsoleShell>
  );
}
