import { runDueWork, type WorkDone } from "@/lib/jobs/run-due-work";
import { mailTransport } from "@/lib/mails/transports/open-transport";
import { choosePassword } from "@/lib/recovery/choose-password";

/** The orders for a worker process, and its answers. */
export type Order =
  { kind: "jobs" } | { kind: "choose"; supplierId: string; secret: string; passwords: string[] };
export type Answer =
  { kind: "ready" } | { kind: "jobs"; done: WorkDone } | { kind: "choose"; outcomes: string[] };

/*
 * Runs operations of the portal in a separate process. The code is loaded first, so that a kill happens during the
 * work. The process ends with its parent.
 */
const MAX_WORK_MS = 10 * 60_000;

async function obey(order: Order): Promise<Answer> {
  if (order.kind === "jobs") {
    const done = await runDueWork(MAX_WORK_MS);
    await mailTransport().close();
    return { kind: "jobs", done };
  }
  const { supplierId, secret, passwords } = order;
  const choices = passwords.map((password) =>
    choosePassword({ supplierId, secret, userId: "all", password, confirmation: password }),
  );
  const results = await Promise.all(choices);
  return { kind: "choose", outcomes: results.map((result) => (result.ok ? "ok" : result.reason)) };
}

const reply = (answer: Answer) => process.connected && process.send?.(answer, undefined, {}, () => {});
process.on("disconnect", () => process.exit(0));
process.on("message", (order: Order) => {
  obey(order).then(reply, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
reply({ kind: "ready" });
