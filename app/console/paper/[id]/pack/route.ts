import { indexWords } from "@/app/(customer)/invoices/export/index-words";
import { exportResponse } from "@/lib/exports/export-response";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { notFound } from "@/lib/http/problem";
import { takeTurn } from "@/lib/limits/take-turn";
import { openPaperPack } from "@/lib/paper/open-pack";
import { answerSupplierStaff } from "@/lib/sign-in/session/answer-supplier-staff";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";

/** Sends a pack that was taken: its originals (`?format=zip`), or its list (`?format=csv`). */
const serve = answer(async (request: Request, { params }: RouteContext<"/console/paper/[id]/pack">) =>
  answerSupplierStaff(await currentSession(), async (session) => {
    const { id } = await params;
    const format = new URL(request.url).searchParams.get("format") === "csv" ? "csv" : "zip";
    const turn = await takeTurn("exports", { owners: sessionOwners(session) });
    if (!turn) return tooManyExports();
    try {
      const pack = await openPaperPack(session, id, format, await indexWords());
      if (pack) return exportResponse(request, pack, turn).response;
      turn.release();
      return notFound();
    } catch (error) {
      turn.release();
      throw error;
    }
  }),
);

export { serve as GET, serve as HEAD };
