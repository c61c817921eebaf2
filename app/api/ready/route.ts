import { after } from "next/server";
import { checkAlertsOnceAMinute } from "@/lib/alerts/check-alerts";
import { findLateJobs, type LateJob } from "@/lib/alerts/find-late-jobs";
import { now } from "@/lib/clock";
import { checkReadiness, findAdoption } from "@/lib/health/check-readiness";
import { answer } from "@/lib/http/answer";
import { problemResponse } from "@/lib/http/problem";
import { notAdoptedProblem } from "@/lib/jobs/answer-run";

const RETRY_SECONDS = 60;

/**
 * Whether the portal can work; with `?jobs` also whether the scheduler's jobs run in time. A deployment that the database
 * does not belong to is ready to show its pages, with `adopted: false`, but its jobs never run.
 */
export const GET = answer(async (request) => {
  const readiness = await checkReadiness();
  const isReady = Object.values(readiness).every(Boolean);
  const adoption = isReady ? await findAdoption() : null;
  if (isReady && new URL(request.url).searchParams.has("jobs")) {
    if (adoption && !adoption.ok)
      return problemResponse({
        status: 503,
        ...notAdoptedProblem(adoption),
        retryAfterSeconds: RETRY_SECONDS,
      });
    // After the answer: the monitor must not wait for the operators' webhook and mails.
    after(checkAlertsOnceAMinute);
    const late = await findLateJobs(now());
    if (late.length > 0) return lateJobs(late);
  }
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (!isReady) headers["retry-after"] = "5";
  return Response.json(
    { status: isReady ? "ready" : "not_ready", ...readiness, ...(adoption && { adopted: adoption.ok }) },
    { status: isReady ? 200 : 503, headers },
  );
});

function lateJobs(late: readonly LateJob[]): Response {
  const names = late.map(({ job }) => job).join(", ");
  return problemResponse({
    status: 503,
    type: "job-late",
    title: `Late: ${names}.`,
    detail:
      "The scheduler does not call these jobs, or their runs fail. /console/health shows their last runs.",
    problems: late.map(({ job, lastSucceededAt, lateFrom }) => ({
      job,
      lastSucceededAt: lastSucceededAt?.toISOString() ?? null,
      lateFrom: lateFrom.toISOString(),
    })),
    retryAfterSeconds: RETRY_SECONDS,
  });
}
