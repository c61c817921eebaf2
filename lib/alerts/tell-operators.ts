import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { alertCalls } from "@/db/schema/alerts";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { alertTitle } from "@/emails/alert";
import { afterCommit } from "@/lib/access/after-commit";
import type { AlertCondition } from "@/lib/alert-conditions";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, type Locale } from "@/lib/languages";
import { log } from "@/lib/log";
import { installationAsSender } from "@/lib/mails/kinds/installation-as-sender";
import { queueMails } from "@/lib/mails/outbox/queue-mail";
import { aboutOf } from "./alert-subject";

/** An alert that begins, or with `closedAt` one that ends. */
interface ToldAlert {
  id: string;
  condition: AlertCondition;
  subject: string;
  wrongSince: Date;
  openedAt: Date;
  closedAt: Date | null;
}

/**
 * Queues what tells of the start or the end of an alert: a mail to each operator and to each address of `ALERT_EMAIL`,
 * and a call of the webhook. Runs in the transaction that opens or closes the alert, so each is queued once. Returns the
 * ids of the mails.
 */
export async function tellOperators(tx: Transaction, alert: ToldAlert): Promise<string[]> {
  const { condition, subject } = alert;
  const about = await aboutOf(tx, alert);
  const change = alert.closedAt ? "closed" : "opened";
  const at = alert.closedAt ?? alert.openedAt;
  const beganAt = alert.wrongSince.toISOString();
  const [openedAt, closedAt] = [alert.openedAt.toISOString(), alert.closedAt?.toISOString() ?? null];
  const reason = about.job ? `${condition} ${about.job}` : condition;
  const supplierId = condition === "supplier_paused" ? subject : undefined;
  afterCommit(tx, () => log("warn", `alert_${change}`, { reason, supplierId }));

  if (env().ALERT_WEBHOOK_URL !== undefined)
    await tx.insert(alertCalls).values({
      alertId: alert.id,
      change,
      body: {
        type: `alert.${change}`,
        timestamp: at.toISOString(),
        data: {
          ...{
            id: alert.id,
            condition,
            job: about.job,
            supplier: about.supplierName,
            since: beganAt,
            openedAt,
            closedAt,
          },
          title: alertTitle(about, change, "en"),
          url: `${env().APP_URL}/console/health`,
        },
      },
      createdAt: at,
      nextTryAt: at,
    });

  const recipients = await findRecipients(tx);
  const mails = recipients.map(({ userId, email, locale }) => {
    const id = uuidv7();
    return {
      ...{ id, userId, recipient: email, locale, at },
      ...{ supplierId: null, accountId: null },
      // This transaction alone tells of this change, so the mail needs no other name.
      subjectId: id,
      kind: "alert" as const,
      props: { supplier: installationAsSender(), about, change, beganAt, openedAt, closedAt } as const,
    };
  });
  await queueMails(tx, mails);
  return mails.map(({ id }) => id);
}

interface Recipient {
  userId: string | null;
  email: string;
  locale: Locale;
}

/** The active operators, and the addresses of `ALERT_EMAIL`; each address once. */
async function findRecipients(tx: Transaction): Promise<Recipient[]> {
  const operators = await tx
    .select({ userId: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.role, "operator"), eq(users.status, "active"), isNotNull(users.email)));
  const byAddress = new Map<string, Recipient>();
  for (const { email, ...operator } of operators)
    if (email !== null && !byAddress.has(email)) byAddress.set(email, { ...operator, email });
  for (const email of env().ALERT_EMAIL ?? [])
    if (!byAddress.has(email)) byAddress.set(email, { userId: null, email, locale: DEFAULT_LOCALE });
  return [...byAddress.values()];
}
