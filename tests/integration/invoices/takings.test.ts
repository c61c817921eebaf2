import { beforeEach, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/invoices";
import { invoiceTakings } from "@/db/schema/takings";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import {
  changeTakings,
  MAX_WHOLE_LISTS_A_DAY,
  type TakingChange,
  type TakingChoice,
} from "@/lib/invoices/takings/change-takings";
import { takeTurn } from "@/lib/limits/take-turn";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { listTakers } from "@/lib/takings/list-takers";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import {
  asOwner,
  makeAccount,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fillAccount } from "./fill-account";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
  sessions = new Map();
  at("08:00");
});

const at = (hour: string) => clockAt(`2026-11-23T${hour}:00Z`);

/** The invoices left to take, of these ids, in the given order. */
async function left(viewer: CustomerUser, ids: readonly string[]): Promise<string[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({ id: invoices.id })
      .from(invoices)
      .where(matchInvoices(viewer, { ...EMPTY_FILTER, isNew: true })),
  );
  return ids.filter((id) => rows.some((row) => row.id === id));
}

/** One session for each user of a test: signing in hashes a password. */
let sessions: Map<string, CustomerSession>;

async function sessionFor(viewer: CustomerUser): Promise<CustomerSession> {
  const known = sessions.get(viewer.userId) ?? (await sessionOf(account.identifiers[viewer.kind]));
  sessions.set(viewer.userId, known);
  return known;
}

const change = async (viewer: CustomerUser, choice: TakingChoice, to: TakingChange) =>
  changeTakings(await sessionFor(viewer), choice, to);

const journal = () =>
  asOwner(
    (sql) => sql<{ action: string; count: string; actor: string }[]>`
      select action, details ->> 'count' as count, actor_id as actor from audit_events
      where action in ('invoices_marked_taken', 'invoices_put_back') order by at, id`,
  ).then((rows) => rows.map((row) => ({ ...row })));

describe("marking by hand", () => {
  it("takes the chosen invoices for this user alone, once, and writes who did it to the journal", async () => {
    const { administrator, member } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02", "2026-11-03"]);
    const [one = "", two = "", three = ""] = ids;
    await recordDownloads(administrator, [one]);
    expect(await change(administrator, { ids: [one, two] }, "taken")).toEqual({ ok: true, count: 1 });
    expect(await change(administrator, { ids: [two, one] }, "taken")).toEqual({ ok: true, count: 0 });
    expect(await left(administrator, ids)).toEqual([three]);
    expect(await left(member, ids)).toEqual(ids);
    expect(await journal()).toEqual([
      { action: "invoices_marked_taken", count: "1", actor: administrator.userId },
    ]);
  });

  it("is undone for this user alone, whatever the way, and may be done again", async () => {
    const { administrator, member } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02"]);
    await recordDownloads(administrator, ids);
    await recordDownloads(member, ids);
    at("08:10");
    expect(await change(administrator, { ids }, "to_take")).toEqual({ ok: true, count: 2 });
    expect(await change(administrator, { ids }, "to_take")).toEqual({ ok: true, count: 0 });
    expect(await left(administrator, ids)).toEqual(ids);
    expect(await left(member, ids)).toEqual([]);
    at("08:20");
    await recordDownloads(administrator, ids.slice(0, 1));
    expect(await change(administrator, { ids: ids.slice(1) }, "taken")).toEqual({ ok: true, count: 1 });
    expect(await left(administrator, ids)).toEqual([]);
    const kept = await asOwner(
      (sql) => sql<{ way: string; hour: string; undone: boolean }[]>`
        select way, to_char(taken_at at time zone 'UTC', 'HH24:MI') as hour, undone_at is not null as undone
        from invoice_takings where user_id = ${administrator.userId} order by invoice_id = ${ids[0] ?? ""} desc, way`,
    );
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { way: "session", hour: "08:20", undone: false },
      { way: "hand", hour: "08:20", undone: false },
      { way: "session", hour: "08:00", undone: true },
    ]);
  });

  it("takes all that the list shows for a filter, within the display history unless a period is given", async () => {
    const { member } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-10-02", "2026-01-03"], (index) => ({
      type: index === 1 ? "credit_note" : "invoice",
    }));
    const [recent = "", creditNote = "", old = ""] = ids;
    const mark = (query: string) => change(member, { query: new URLSearchParams(query) }, "taken");
    expect(await mark("type=invoice")).toEqual({ ok: true, count: 1 });
    expect(await left(member, ids)).toEqual([creditNote, old]);
    expect(await mark("from=2026-01-01&to=2026-12-31")).toEqual({ ok: true, count: 2 });
    expect(await left(member, ids)).toEqual([]);
    const undo = { query: new URLSearchParams("from=2026-11-01&to=2026-11-30") };
    expect(await change(member, undo, "to_take")).toEqual({ ok: true, count: 1 });
    expect(await left(member, ids)).toEqual([recent]);
  });

  it("of a whole list waits for the account's other searches; one of chosen invoices does not", async () => {
    const { member } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02"]);
    await sessionFor(member);
    const turn = await takeTurn("searching", { owners: [`account:${member.accountId}`], isKnown: true });
    let isDone = false;
    const whole = change(member, { query: new URLSearchParams() }, "taken").finally(() => (isDone = true));
    for (const to of ["taken", "to_take", "taken"] as const)
      expect(await change(member, { ids: ids.slice(0, 1) }, to)).toEqual({ ok: true, count: 1 });
    expect(isDone).toBe(false);
    turn?.release();
    expect(await whole).toEqual({ ok: true, count: 1 });
  });

  it("of whole lists is limited in a day, more than that of chosen invoices", async () => {
    const { member } = account;
    const [id = ""] = await fillAccount(supplier, account, ["2026-11-01"]);
    const whole = () => change(member, { query: new URLSearchParams() }, "taken");
    for (let done = 0; done < MAX_WHOLE_LISTS_A_DAY; done += 1) expect((await whole()).ok).toBe(true);
    expect(await whole()).toEqual({ ok: false, reason: "too_often" });
    expect(await change(member, { ids: [id] }, "to_take")).toEqual({ ok: true, count: 1 });
  });

  it("skips invoices of others and withdrawn ones, and refuses an empty choice", async () => {
    const other = await makeAccount(supplier);
    const [foreign = ""] = await fillAccount(supplier, other, ["2026-11-01"]);
    const [withdrawn = ""] = await fillAccount(supplier, account, ["2026-11-01"], {
      state: "withdrawn",
      withdrawn_at: new Date(),
    });
    const { administrator } = account;
    expect(await change(administrator, { ids: [foreign, withdrawn] }, "taken")).toEqual({
      ok: true,
      count: 0,
    });
    expect(await left(other.administrator, [foreign])).toEqual([foreign]);
    for (const ids of [[], ["x", "' or true"]])
      expect(await change(administrator, { ids }, "taken")).toEqual({ ok: false, reason: "nothing_chosen" });
    expect(await journal()).toEqual([]);
  });

  it("is done once when it is sent many times at the same time", async () => {
    const { administrator } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02", "2026-11-03"]);
    const session = await sessionFor(administrator);
    const done = await Promise.all(Array.from({ length: 8 }, () => changeTakings(session, { ids }, "taken")));
    expect(done.every(({ ok }) => ok)).toBe(true);
    expect(await left(administrator, ids)).toEqual([]);
    const rows = await asOwner((sql) => sql`select * from invoice_takings`);
    expect(rows).toHaveLength(3);
  });
});

describe("a taking", () => {
  it("in a session names the colleague beside the invoices that are left to others", async () => {
    const { administrator, member } = account;
    const [one = "", two = ""] = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02"]);
    await recordDownloads(member, [one], "requested");
    await recordDownloads(administrator, [one, two]);
    const takers = await withViewer(administrator, (tx) => listTakers(tx, administrator, [one, two]));
    expect([...takers]).toEqual([
      [
        one,
        {
          way: "session",
          proof: "requested",
          at: new Date("2026-11-23T08:00:00Z"),
          by: expect.stringContaining("membre-") as string,
        },
      ],
    ]);
  });

  it("keeps the best proof and the first time", async () => {
    const { member } = account;
    const [one = ""] = await fillAccount(supplier, account, ["2026-11-01"]);
    const proofs: unknown[] = [];
    for (const [hour, proof] of [
      ["08:00", "requested"],
      ["09:00", "verified"],
      ["10:00", "delivered"],
    ] as const) {
      at(hour);
      await recordDownloads(member, [one], proof);
      const [row] = await asOwner((sql) => sql`select proof, taken_at from invoice_takings`);
      proofs.push([row?.proof, (row?.taken_at as Date).getUTCHours()]);
    }
    expect(proofs).toEqual([
      ["requested", 8],
      ["verified", 8],
      ["verified", 8],
    ]);
  });

  it("is not written by a token of the API, which records no takings yet", async () => {
    const { member } = account;
    const [invoiceId = ""] = await fillAccount(supplier, account, ["2026-11-01"]);
    const { userId, accountId, supplierId } = member;
    const token = {
      kind: "customer_token",
      tokenId: crypto.randomUUID(),
      userId,
      accountId,
      supplierId,
    } as const;
    const taking = { way: "api", proof: "delivered", takenAt: new Date() } as const;
    const written = withViewer(token, (tx) =>
      tx.insert(invoiceTakings).values({ ...{ invoiceId, supplierId, accountId, userId }, ...taking }),
    );
    await expect(written).rejects.toThrow();
  });

  it("is also what a version before takings records as downloaded", async () => {
    const { member } = account;
    const ids = await fillAccount(supplier, account, ["2026-11-01"]);
    await asOwner(
      (sql) => sql`insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, downloaded_at)
        values (${ids[0] ?? ""}, ${supplier.id}, ${account.id}, ${member.userId}, now())`,
    );
    expect(await left(member, ids)).toEqual([]);
  });
});
