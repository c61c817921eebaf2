import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { checkAlerts } from "@/lib/alerts/check-alerts";
import { forgetEnv } from "@/lib/env";
import { JOBS } from "@/lib/scheduled-jobs";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner } from "@/tests/support/world";

export const START = Date.parse("2026-11-23T08:00:00Z");
export const MINUTE = 60_000;
export const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface OnCall {
  calls: Received[];
  /** The status of the next answers. */
  status: number;
  stop(): Promise<void>;
}

/** The operators' receiver of alerts; the settings name it until it is stopped. */
export async function openOnCall(): Promise<OnCall> {
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      onCall.calls.push({ headers: request.headers, body });
      response.writeHead(onCall.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const onCall: OnCall = {
    calls: [],
    status: 204,
    async stop() {
      delete process.env.ALERT_WEBHOOK_URL;
      delete process.env.ALERT_WEBHOOK_SECRET;
      forgetEnv();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  process.env.ALERT_WEBHOOK_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/e-facture`;
  process.env.ALERT_WEBHOOK_SECRET = SECRET;
  forgetEnv();
  return onCall;
}

/** Stores that these jobs succeeded at this minute. */
export const jobsSucceeded = (minute: number, jobs: readonly string[] = JOBS) =>
  asOwner(async (sql) => {
    for (const job of jobs)
      await sql`
        insert into job_runs (job, expected_since, last_succeeded_at)
        values (${job}, ${new Date(START)}, ${new Date(START + minute * MINUTE)})
        on conflict (job) do update set last_succeeded_at = excluded.last_succeeded_at`;
  });

/** Ten instances check the alerts at the same moment. */
export async function tenCheckAt(minute: number): Promise<void> {
  clockAt(START + minute * MINUTE);
  await Promise.all(Array.from({ length: 10 }, () => checkAlerts()));
}

/** The mails about alerts, as `recipient change condition`. */
export const alertMails = () =>
  asOwner(async (sql) => {
    const rows = await sql<{ line: string }[]>`
      select recipient || ' ' || (props ->> 'change') || ' ' || (props -> 'about' ->> 'condition') as line
      from mails where kind = 'alert' order by created_at, line`;
    return rows.map(({ line }) => line);
  });
