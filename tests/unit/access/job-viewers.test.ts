import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/*
 * The only files that may use the viewer `job`: work that a schedule, the mail provider or a command starts, and that no
 * person waits for. What a person starts before signing in has viewers of its own (lib/access/viewer.ts).
 */
const BACKGROUND = [
  "lib/access/viewer.ts",
  "lib/alerts/check-alerts.ts",
  "lib/alerts/send-alert-calls.ts",
  "lib/alerts/sweep-alerts.ts",
  "lib/deposits/sweep-refused-files.ts",
  "lib/imports/claim-import.ts",
  "lib/imports/sweep-imports.ts",
  "lib/imports/work-on-imports.ts",
  "lib/installation/adopt.ts",
  "lib/installation/check-adoption.ts",
  "lib/jobs/record-run.ts",
  "lib/ledger/walk-ledgers.ts",
  "lib/mails/deliveries/record-event.ts",
  "lib/mails/deliveries/sweep-mail-events.ts",
  "lib/mails/outbox/claim-shipments.ts",
  "lib/mails/outbox/load-secrets.ts",
  "lib/mails/outbox/pause-suppliers.ts",
  "lib/mails/outbox/record-outcome.ts",
  "lib/mails/outbox/release-held-mails.ts",
  "lib/notifications/digest-accounts.ts",
  "lib/notifications/due-accounts.ts",
  "lib/notifications/make-digests.ts",
  "lib/notifications/make-notification-mails.ts",
  "lib/operators/acting-operator.ts",
  "lib/retention/check-unread.ts",
  "lib/retention/close-emptied-accounts.ts",
  "lib/retention/warn-of-expiry.ts",
  "lib/second-factor/reset-second-factor.ts",
  "lib/settings/domain/recheck-domains.ts",
  "lib/settings/retention-raise/move-last-days.ts",
  "lib/sign-in/known-device/sweep-known-devices.ts",
  "lib/users/staff/invite-from-command-line.ts",
  "scripts/demo/insert-demo-accounts.ts",
  "scripts/demo/insert-demo-mails.ts",
  "scripts/demo/insert-demo-requests.ts",
  "scripts/demo/insert-demo-users.ts",
  "scripts/supplier.ts",
];

it("only background work uses the viewer job", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => /^(app|components|db|emails|lib|scripts)\/.*\.tsx?$/.test(file));
  const jobs = files.filter((file) => /\bkind: "job"/.test(readFileSync(file, "utf8")));
  expect(jobs.sort()).toEqual(BACKGROUND);
});
