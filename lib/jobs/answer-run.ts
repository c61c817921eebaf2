import { problemResponse } from "@/lib/http/problem";
import type { Run } from "./record-run";

/** Answers the scheduler: what the run did, or that this deployment runs no jobs. */
export function answerRun(run: Run): Response {
  if (run.ok) return Response.json(run.done, { headers: { "cache-control": "no-store" } });
  return problemResponse({ status: 409, ...notAdoptedProblem(run) });
}

/** The words for a deployment that the database does not belong to. */
export const notAdoptedProblem = ({ rememberedUrl }: { rememberedUrl: string }) => ({
  type: "not-adopted",
  title: "This deployment sends no mails and runs no jobs.",
  detail: `The database belongs to the deployment at ${rememberedUrl}. To take it over, run \`npm run adopt\` with the settings of this one.`,
});
