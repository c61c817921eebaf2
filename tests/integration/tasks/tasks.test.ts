import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { findQuestions } from "@/lib/completeness/find-questions";
import { openOwnArchive } from "@/lib/completeness/open-own-archive";
import { settleNumbers } from "@/lib/completeness/settle-numbers";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { recordSeen } from "@/lib/invoices/readings/record-seen";
import { changeTakings } from "@/lib/invoices/takings/change-takings";
import { landingPath } from "@/lib/persons/landing-path";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { openHome } from "@/lib/tasks/open-home";
import { openTasks } from "@/lib/tasks/open-tasks";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { openRegister } from "@/tests/support/open-register";
import {
  asOwner,
  makeAccount,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const TODAY = "2026-11-23";
const VISIT = new Date("2026-11-20T10:00:00Z");
let supplier: TestSupplier;
let account: TestAccount;
let session: CustomerSession;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
  clockAt(`${TODAY}T09:00:00Z`);
  session = { ...(await sessionOf(account.identifiers.administrator)), previousVisitAt: VISIT };
});

/** All dates, as the links of « À faire » ask the list. */
const EVERYTHING = new URLSearchParams("from=1900-01-01");

const counts = async () => {
  const { counts: of, lines } = await openTasks(session, "own");
  return [of.fresh.value, of.remaining.value, of.leaving.value, of.answers, lines];
};

describe("what is to do", () => {
  it("is the same number on the tabs, « À faire », the list and « Archivage », whatever was taken, how and by whom", async () => {
    const ids = await fillAccount(supplier, account, Array<string>(12).fill("2026-11-02"), (index) => ({
      issued_on: index < 6 ? "2026-11-02" : "2024-12-01",
      remove_after: index % 4 === 0 ? "2026-12-01" : "2028-11-02",
      deposited_at: index % 3 === 0 ? new Date("2026-11-22T08:00:00Z") : new Date("2026-11-01T08:00:00Z"),
    }));
    const { administrator, member } = account;
    const step = fc.record({
      at: fc.nat(ids.length - 1),
      what: fc.constantFrom("seen", "downloaded", "colleague", "marked", "put back"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { at, what } of steps) {
          const id = ids[at] ?? "";
          if (what === "seen") await recordSeen(administrator, id);
          if (what === "downloaded") await recordDownloads(administrator, [id]);
          if (what === "colleague") await recordDownloads(member, [id]);
          if (what === "marked") await changeTakings(session, { ids: [id] }, "taken");
          if (what === "put back") await changeTakings(session, { ids: [id] }, "to_take");
        }
        const [{ counts: tabs }, home, { list }, archive] = await Promise.all([
          openTasks(session, "own"),
          openHome(session),
          openRegister(session, EVERYTHING),
          openOwnArchive(session, new URLSearchParams()),
        ]);
        expect(home.counts).toEqual(tabs);
        expect(list.remaining).toBe(tabs.remaining.value);
        expect(list.sinceLastVisit).toBe(tabs.fresh.value);
        expect(archive.deposited - archive.taken).toBe(tabs.remaining.value);
        const months = home.remaining?.months ?? [];
        expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(tabs.remaining.value);
        const takenByNobody = await asOwner(
          (sql) => sql`select from invoices i where remove_after = '2026-12-01' and not exists (
            select from invoice_takings t where t.invoice_id = i.id and t.undone_at is null)`,
        );
        expect(tabs.leaving.value).toBe(takenByNobody.length);
      }),
      { numRuns: 12 },
    );
  });

  it("counts a line for each kind that has something, and says who else took what is left", async () => {
    const ids = await fillAccount(supplier, account, ["2026-11-02", "2026-10-02"], {
      remove_after: "2026-12-23",
    });
    expect(await counts()).toEqual([2, 2, 2, 0, 3]);
    await recordDownloads(account.member, ids.slice(0, 1));
    expect(await counts()).toEqual([2, 2, 1, 0, 3]);
    const { remaining } = await openHome(session);
    expect(remaining).toMatchObject({ byOthers: 1, other: { way: "session" } });
    expect(remaining?.other?.by).toContain("membre-");
    await recordDownloads(account.administrator, ids);
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it("does not call what left yesterday, or stays longer than a month, leaving", async () => {
    for (const day of ["2026-11-22", "2026-11-23", "2026-12-23", "2026-12-24"])
      await fillAccount(supplier, account, ["2024-11-20"], { remove_after: day });
    const { counts: of } = await openTasks(session, "own");
    expect([of.leaving.value, of.firstLeaving]).toEqual([2, "2026-11-23"]);
  });

  it("includes unread answers until somebody of the account reads them", async () => {
    const id = randomUUID();
    await asOwner(
      (sql) => sql`
        insert into customer_requests (id, supplier_id, account_id, user_id, kind, topic, wanted, message, state,
          created_at, first_answered_at, last_answered_at)
        values (${id}, ${supplier.id}, ${account.id}, ${account.member.userId}, 'question', 'other',
          ${sql.json({ address: null, preference: null, document: null })}, 'Bonjour ?', 'answered', now(), now(), now())`,
    );
    expect(await counts()).toEqual([0, 0, 0, 1, 1]);
    expect((await openHome(session)).links.readAnswerUrl).toBe(`/profile/requests/${id}`);
    await asOwner((sql) => sql`update customer_requests set read_at = last_answered_at`);
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("a missing number", () => {
  const questions = (of = account) =>
    withViewer(of.administrator, (tx) => findQuestions(tx, of.administrator, TODAY));
  const series = (of: TestAccount) =>
    fillAccount(supplier, of, Array<string>(12).fill("2026-11-02"), (index) => ({
      number: `S-${of.customerNumber}-${100 + index + (index > 5 ? 1 : 0)}`,
    }));

  it("is a question that counts as nothing to do, until the account says that it is not its own", async () => {
    const other = await makeAccount(supplier);
    for (const one of [account, other]) await series(one);
    const [gap] = await questions();
    expect(gap?.missing).toEqual([`S-${account.customerNumber}-106`]);
    expect((await counts()).at(-1)).toBe(2);
    const { administrator, member } = account;
    const after = gap?.after ?? "";
    expect(await settleNumbers(other.administrator, { after, today: TODAY })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await settleNumbers(member, { after, today: TODAY })).toMatchObject({ ok: true });
    expect(await settleNumbers(administrator, { after, today: TODAY })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await questions()).toEqual([]);
    expect(await questions(other)).toHaveLength(1);
  });

  it("is named in the answer with at most two others, because the answer goes into a cookie", async () => {
    await fillAccount(supplier, account, Array<string>(60).fill("2026-11-02"), (index) => ({
      number: `L-${100 + index + (index > 5 ? 5 : 0)}`,
    }));
    expect(await settleNumbers(account.member, { after: "L-105", today: TODAY })).toEqual({
      ok: true,
      first: ["L-106", "L-107", "L-108"],
      count: 5,
    });
    const settled = await asOwner((sql) => sql`select 1 from settled_numbers`);
    expect(settled).toHaveLength(5);
    expect(await questions()).toEqual([]);
  });
});

describe("the page after signing in", () => {
  it("is the list for one company, and « À faire » with a line for each for several", async () => {
    expect(await landingPath(session)).toBe("/invoices");
    const second = await makeAccount(supplier);
    for (const identifier of [account.identifiers.administrator, second.identifiers.administrator])
      await setProvenAddress(identifier, "deux@essai.example");
    const again = await sessionOf(account.identifiers.administrator);
    expect(await landingPath(again)).toBe("/home?scope=all");
    await fillAccount(supplier, second, ["2026-11-02"]);
    const { accounts, counts: of } = await openTasks(again, "all");
    expect(accounts.map(({ counts: one }) => one.remaining.value).sort()).toEqual([0, 1]);
    expect(of.remaining.value).toBe(1);
  });
});
