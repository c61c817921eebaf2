import { and, asc, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { mails, supplierSending } from "@/db/schema/mails";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { STEPS_LAST_MS, turnOf } from "@/lib/mails/first-activation-turns";
import {
  FIRST_WAITING_IN_PAUSE,
  isSentToAccount,
  WAITING_IN_PAUSE,
  waitsInPause,
} from "@/lib/mails/kinds/mail-kinds";
import type { PendingMail } from "./pending-mail";

/** The mails of a supplier that are held in one transaction. */
const HELD_TOGETHER = 1_000;

/** Until they are released (`releaseHeldMails`), held mails are out of the dispatcher's way. */
const UNTIL_RELEASED = new Date("9999-01-01T00:00:00Z");

type PendingOfSupplier = PendingMail & { supplierId: string };

/**
 * Holds those of the found mails that must wait, and returns their ids: all mails but those that somebody waits for and
 * security notices (`waitsInPause`) of a supplier that is suspended or whose mails are paused; and, while first
 * activations leave in growing steps, those whose turn has not come, with the mails about invoices of the same accounts.
 * Other due mails of the same supplier are held together with them, so that they delay nobody else. A mail that may have
 * arrived is never held: it is sent again under its key to learn its outcome. Runs under the lock of the claims.
 */
export async function holdMails(
  tx: Transaction,
  found: readonly PendingMail[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const waiting = found.filter(
    (mail): mail is PendingOfSupplier => mail.supplierId !== null && !mail.isInDoubt && waitsInPause(mail),
  );
  if (waiting.length === 0) return new Set();
  const states = await sendingStates(tx, [...new Set(waiting.map(({ supplierId }) => supplierId))]);
  const held = new Set<string>();
  for (const { supplierId, heldFor } of states) {
    if (!heldFor) continue;
    const ids = waiting.filter((mail) => mail.supplierId === supplierId).map(({ id }) => id);
    await holdSupplier(tx, supplierId, heldFor, ids, at);
    for (const id of ids) held.add(id);
  }
  const free = waiting.filter(({ id }) => !held.has(id));
  for (const id of await holdUntilTurn(tx, free, states, at)) held.add(id);
  return held;
}

interface SendingState {
  supplierId: string;
  heldFor: "suspended" | "paused" | null;
  stepsStartedAt: Date | null;
  stepsTaken: number;
}

async function sendingStates(tx: Transaction, supplierIds: string[]): Promise<SendingState[]> {
  const rows = await tx
    .select({
      supplierId: suppliers.id,
      suspendedAt: suppliers.suspendedAt,
      pausedAt: supplierSending.pausedAt,
      stepsStartedAt: supplierSending.stepsStartedAt,
      stepsTaken: supplierSending.stepsTaken,
    })
    .from(suppliers)
    .leftJoin(supplierSending, eq(supplierSending.supplierId, suppliers.id))
    .where(inArray(suppliers.id, supplierIds));
  return rows.map(({ suspendedAt, pausedAt, stepsTaken, ...row }) => ({
    ...row,
    heldFor: suspendedAt ? "suspended" : pausedAt ? "paused" : null,
    stepsTaken: stepsTaken ?? 0,
  }));
}

async function holdSupplier(
  tx: Transaction,
  supplierId: string,
  heldFor: "suspended" | "paused",
  ids: string[],
  at: Date,
): Promise<void> {
  const others = (isUrgent: boolean) =>
    tx
      .select({ id: mails.id })
      .from(mails)
      .where(
        and(
          eq(mails.supplierId, supplierId),
          // Written out, with the order below: the conditions of the indexes of due mails.
          sql`${mails.state} = 'queued' and ${isUrgent ? sql`is_urgent` : sql`not is_urgent`}`,
          isNull(mails.batchId),
          isNull(mails.mayHaveArrivedSince),
          lte(mails.nextTryAt, at),
          or(
            inArray(mails.kind, [...WAITING_IN_PAUSE]),
            and(inArray(mails.kind, [...FIRST_WAITING_IN_PAUSE]), eq(mails.generation, 1)),
          ),
        ),
      )
      .orderBy(asc(mails.nextTryAt))
      .limit(HELD_TOGETHER)
      .for("update", { skipLocked: true });
  const rows = [...(await others(false)), ...(await others(true))];
  await tx
    .update(mails)
    .set({ heldFor, nextTryAt: UNTIL_RELEASED })
    .where(inArray(mails.id, [...new Set([...ids, ...rows.map(({ id }) => id)])]));
}

/** Gives first activations their turn, and returns the mails whose turn, or that of their account, has not come. */
async function holdUntilTurn(
  tx: Transaction,
  waiting: readonly PendingOfSupplier[],
  states: readonly SendingState[],
  at: Date,
): Promise<string[]> {
  const aboutAccounts = waiting.filter(
    ({ kind, accountId }) =>
      accountId !== null && (FIRST_WAITING_IN_PAUSE.includes(kind) || isSentToAccount(kind)),
  );
  if (aboutAccounts.length === 0) return [];
  const turns = await takeTurns(tx, aboutAccounts, states, at);
  const later = aboutAccounts.flatMap(({ id, accountId }) => {
    const turn = turns.get(accountId ?? "");
    return turn && turn > at ? [{ id, turn: turn.toISOString() }] : [];
  });
  if (later.length > 0)
    await tx
      .update(mails)
      .set({ heldFor: "steps", nextTryAt: sql`later.turn` })
      .from(sql`jsonb_to_recordset(${JSON.stringify(later)}::jsonb) as later(id uuid, turn timestamptz)`)
      .where(eq(mails.id, sql`later.id`));
  return later.map(({ id }) => id);
}

/**
 * Returns the turns of the first activations of these accounts that were never tried, by account. Those without a turn
 * take the next ones, as do up to 1,000 other due ones of the same supplier.
 */
async function takeTurns(
  tx: Transaction,
  found: readonly PendingOfSupplier[],
  states: readonly SendingState[],
  at: Date,
): Promise<Map<string, Date>> {
  const accountIds = [...new Set(found.flatMap(({ accountId }) => accountId ?? []))];
  const activating = [
    ...new Set(
      found.filter(({ kind }) => FIRST_WAITING_IN_PAUSE.includes(kind)).map((one) => one.supplierId),
    ),
  ];
  // Written out, because these are the conditions of two partial indexes.
  const isFirst = sql`${mails.kind} = 'activation' and ${mails.generation} = 1 and ${mails.state} = 'queued'
    and ${mails.tries} = 0`;
  const first = (condition: SQL | undefined, limit: number) =>
    tx
      .select({
        id: mails.id,
        supplierId: mails.supplierId,
        accountId: mails.accountId,
        heldFor: mails.heldFor,
        nextTryAt: mails.nextTryAt,
      })
      .from(mails)
      .where(and(isFirst, condition))
      .orderBy(asc(mails.createdAt), asc(mails.id))
      .limit(limit)
      // Never wait here: a change of the account's address may hold one of them and wait for the mails found above.
      .for("update", { skipLocked: true });
  const suppliersFound = [...new Set(found.map(({ supplierId }) => supplierId))];
  // Those of the found mails come first: without a turn they would leave at once.
  const rows = await first(
    and(inArray(mails.supplierId, suppliersFound), inArray(mails.accountId, accountIds)),
    HELD_TOGETHER,
  );
  for (const supplierId of activating) {
    const others = and(
      eq(mails.supplierId, supplierId),
      sql`${mails.heldFor} is null`,
      lte(mails.nextTryAt, at),
      notInArray(mails.accountId, accountIds),
    );
    rows.push(...(await first(others, HELD_TOGETHER)));
  }
  const turns = new Map(rows.map((row) => [row.accountId ?? "", row.nextTryAt]));
  const bySupplier = new Map<string | null, typeof rows>();
  for (const row of rows)
    if (row.heldFor !== "steps") {
      const others = bySupplier.get(row.supplierId);
      if (others) others.push(row);
      else bySupplier.set(row.supplierId, [row]);
    }
  for (const state of states) {
    const without = bySupplier.get(state.supplierId);
    if (!without) continue;
    const isOver = !state.stepsStartedAt || at.getTime() - state.stepsStartedAt.getTime() >= STEPS_LAST_MS;
    const startedAt = isOver || !state.stepsStartedAt ? at : state.stepsStartedAt;
    const taken = isOver ? 0 : state.stepsTaken;
    const now = sql`${at.toISOString()}::timestamptz`;
    const given = without.map(({ id, accountId }, index) => {
      const turn = turnOf(startedAt, taken + index);
      turns.set(accountId ?? "", turn);
      // An activation that may leave now keeps its place in the queue; one that a pause held leaves that pause.
      return { id, turn: turn > at ? turn.toISOString() : null };
    });
    await tx
      .update(mails)
      .set({
        heldFor: "steps",
        nextTryAt: sql`coalesce(given.turn, least(${mails.nextTryAt}, ${now}))`,
        sendableSince: sql`case when ${mails.heldFor} in ('suspended', 'paused') then coalesce(given.turn, ${now})
          else ${mails.sendableSince} end`,
        // Nobody waits for one that leaves hours later. A whole step is due at one moment: urgent, and one mail a request,
        // it would delay what people of all suppliers wait for.
        isUrgent: sql`${mails.isUrgent} and given.turn is null`,
        isSentAlone: sql`${mails.isSentAlone} and given.turn is null`,
      })
      .from(sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id uuid, turn timestamptz)`)
      .where(eq(mails.id, sql`given.id`));
    const steps = { stepsStartedAt: startedAt, stepsTaken: taken + without.length };
    await tx
      .insert(supplierSending)
      .values({ supplierId: state.supplierId, ...steps })
      .onConflictDoUpdate({ target: supplierSending.supplierId, set: steps });
  }
  return turns;
}
