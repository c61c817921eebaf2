import { and, asc, count, eq, gte, isNotNull, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { visibleRequests } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import { type QuestionTopic, REQUEST_KINDS, type RequestKind } from "@/lib/request-choices";
import { findAnswerDelay } from "./find-answer-delay";

const WEEKS = 8;

export interface RequestStatistics {
  /** The last eight weeks, oldest first, each from its Monday. */
  weeks: { from: PlainDate; counts: Record<RequestKind, number> }[];
  /** The topics of the questions of these weeks, the most frequent first. */
  topics: { topic: QuestionTopic; count: number }[];
  /** Half of the answers of these weeks took less; null when there were none. */
  medianAnswerMs: number | null;
  /** The request that waits longest. */
  oldest: { id: string; since: Date } | null;
  waiting: number;
  answerWithinDays: number | null;
}

/** Counts the requests of each week by kind, and says how fast they were answered and how many wait. */
export function requestStatistics(viewer: StaffUser, timeZone: string): Promise<RequestStatistics> {
  const today = todayIn(timeZone, now().getTime());
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const days = Array.from({ length: WEEKS }, (_, index) => addDays(monday, (index - WEEKS + 1) * 7));
  const since = sql`(${days[0] ?? monday}::date::timestamp at time zone ${timeZone})`;
  const week = sql<string>`date_trunc('week', ${customerRequests.createdAt} at time zone ${timeZone})::date::text`;
  return withViewer(viewer, async (tx) => {
    const recent = and(visibleRequests(viewer), gte(customerRequests.createdAt, since));
    const counted = await tx
      .select({ week, kind: customerRequests.kind, topic: customerRequests.topic, n: count() })
      .from(customerRequests)
      .where(recent)
      .groupBy(sql`1`, customerRequests.kind, customerRequests.topic);
    const [median] = await tx
      .select({
        ms: sql<string | null>`percentile_cont(0.5) within group (order by
          extract(epoch from ${customerRequests.firstAnsweredAt} - ${customerRequests.createdAt}) * 1000)`,
      })
      .from(customerRequests)
      .where(and(recent, isNotNull(customerRequests.firstAnsweredAt)));
    const waiting = and(visibleRequests(viewer), eq(customerRequests.state, "open"));
    const [oldest] = await tx
      .select({ id: customerRequests.id, since: customerRequests.waitingSince })
      .from(customerRequests)
      .where(waiting)
      .orderBy(asc(customerRequests.waitingSince), asc(customerRequests.id))
      .limit(1);
    const [open] = await tx.select({ n: count() }).from(customerRequests).where(waiting);
    const sum = (rows: typeof counted) => rows.reduce((total, { n }) => total + n, 0);
    const topics = [...new Set(counted.flatMap(({ topic }) => topic ?? []))];
    return {
      weeks: days.map((from) => ({
        from,
        counts: Object.fromEntries(
          REQUEST_KINDS.map((kind) => [
            kind,
            sum(counted.filter((row) => row.week === from && row.kind === kind)),
          ]),
        ) as Record<RequestKind, number>,
      })),
      topics: topics
        .map((topic) => ({ topic, count: sum(counted.filter((row) => row.topic === topic)) }))
        .sort((one, other) => other.count - one.count),
      medianAnswerMs: median?.ms == null ? null : Number(median.ms),
      oldest: oldest?.since ? { id: oldest.id, since: oldest.since } : null,
      waiting: open?.n ?? 0,
      answerWithinDays: await findAnswerDelay(tx, viewer),
    };
  });
}
