import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { addDays, type PlainDate } from "@/lib/dates";

/** The first instant of a day in a time zone, for a query. */
export const startOfDay = (day: PlainDate, timeZone: string): SQL =>
  sql`((${day}::date)::timestamp at time zone ${timeZone})`;

/** The condition that an instant is on this day of the time zone. */
export const onDay = (at: AnyColumn, day: PlainDate, timeZone: string): SQL =>
  sql`${at} >= ${startOfDay(day, timeZone)} and ${at} < ${startOfDay(addDays(day, 1), timeZone)}`;
