import { getTranslations } from "next-intl/server";
import { requestLocale } from "@/app/request-config";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { getImport } from "@/lib/imports/get-import";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { sessionWithoutActivity } from "@/lib/sign-in/session/current-session";

/** Returns the progress of an import. The page asks regularly, so this does not count as activity of the session. */
export const GET = answer(
  async (_request: Request, { params }: RouteContext<"/console/accounts/import/[id]/progress">) =>
    answerSupplierStaff(await sessionWithoutActivity(), async ({ viewer }) => {
      const found = await getImport(viewer, (await params).id);
      if (!found) return notFound();
      const { state, progress } = found;
      const t = await getTranslations({
        locale: await requestLocale(),
        namespace: "console.imports.progress",
      });
      const isAtWork = state === "checking" || state === "applying" || state === "undoing";
      const step = isAtWork && progress ? { ...progress, text: t(state, progress) } : {};
      return Response.json({ state, ...step }, { headers: { "cache-control": "private, no-store" } });
    }),
);
