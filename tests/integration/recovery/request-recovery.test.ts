import { beforeEach, describe, expect, it } from "vitest";
import { countStatements } from "@/tests/support/statements";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { askForLink, EMAIL, resetToRecoverableAccount, setEmail } from "./recovery-world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToRecoverableAccount());
});

const ask = (email = EMAIL, change: Parameters<typeof askForLink>[2] = {}) =>
  askForLink(supplier, email, change);

describe("asking for a link", () => {
  it("answers sent or unknown as in the FAQ, and queues one mail for the known address", async () => {
    expect(await ask(" COMPTA@essai.example ")).toBe("sent");
    expect(await ask("inconnu@essai.example")).toBe("unknown");
    expect(await ask("pas une adresse")).toBe("not_an_address");
    const mails = await asOwner((sql) => sql`select kind, recipient, props from mails`);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: "recovery", recipient: EMAIL });
  });

  it("is recorded in the journal of every account whose user it concerns, and of no other", async () => {
    const second = await makeAccount(supplier);
    await setEmail(second, EMAIL);
    await makeAccount(supplier);
    await ask();
    const recorded = await asOwner(
      (sql) => sql`select account_id, subject_id from audit_events where action = 'recovery_requested'`,
    );
    const concerned = [account, second].map(({ id, administrator }) => `${id} ${administrator.userId}`);
    expect(recorded.map((row) => `${row.account_id} ${row.subject_id}`).sort()).toEqual(concerned.sort());
  });

  it("finds nobody for an identifier that looks like an address, at another supplier, or if the user is deactivated", async () => {
    expect(await ask(account.identifiers.administrator)).toBe("unknown");
    const elsewhere = await makeSupplier();
    expect(await ask(EMAIL, { supplier: { id: elsewhere.id, recoveryAnswer: "explicit" } })).toBe("unknown");
    await asOwner((sql) => sql`update users set status = 'disabled' where email = ${EMAIL}`);
    expect(await ask()).toBe("unknown");
  });

  it("finds a domain with accents and an address with an apostrophe, however they are typed", async () => {
    await setEmail(account, "o'brien@xn--socit-esab.example");
    for (const typed of [
      "o'brien@xn--socit-esab.example",
      "O’Brien@Société.example",
      "o'brien@socie\u0301te\u0301.example",
    ])
      expect(await ask(typed), typed).toBe("sent");
    const mails = await asOwner((sql) => sql`select distinct recipient from mails`);
    expect(mails).toEqual([{ recipient: "o'brien@xn--socit-esab.example" }]);
  });

  it("gives the same answer to everybody if the supplier wants it, after the same work", async () => {
    const later: (() => Promise<unknown>)[] = [];
    const neutral = {
      supplier: { id: supplier.id, recoveryAnswer: "neutral" as const },
      afterResponse: (work: () => Promise<unknown>) => void later.push(work),
    };
    await asOwner(
      (sql) => sql`insert into mail_addresses (supplier_id, email, state, reason, at)
      values (${supplier.id}, 'rejetee@essai.example', 'bounced', 'mailbox_full', now())`,
    );
    const work = [];
    for (const email of [EMAIL, "inconnu@essai.example", "rejetee@essai.example"])
      work.push(await countStatements(async () => expect(await ask(email, neutral)).toBe("neutral")));
    expect(work).toEqual([2, 2, 2]);
    expect(await asOwner((sql) => sql`select from tokens`)).toHaveLength(0);
    for (const mail of later) await mail();
    expect(await asOwner((sql) => sql`select recipient from mails`)).toEqual([{ recipient: EMAIL }]);
  });

  it("is limited per address, known or not, and answers neutrally after too many requests for a supplier", async () => {
    for (let index = 0; index < 5; index += 1) await ask("inconnu@essai.example");
    expect(await ask("inconnu@essai.example")).toBe("too_many");
    expect(await ask()).toBe("sent");
    await asOwner(
      (sql) => sql`update throttle_counters set attempts = 500 where scope = 'recovery_supplier'`,
    );
    const statementsFor = (email: string) =>
      countStatements(async () => expect(await ask(email, { afterResponse: () => {} })).toBe("neutral"));
    expect(await statementsFor("autre@essai.example")).toBe(await statementsFor(EMAIL));
  });
});
