import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "@/db/schema/mails";
import { withViewer } from "@/lib/access/with-viewer";
import { claimShipments } from "@/lib/mails/outbox/claim-shipments";
import { composeMail } from "@/lib/mails/outbox/compose-mail";
import { loadSecrets } from "@/lib/mails/outbox/load-secrets";
import type { CustomerRequest } from "@/lib/requests/customer-request";
import { recordRequest } from "@/lib/requests/record-request";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { NAUGHTY_NAMES } from "@/tests/unit/http/naughty-names";
import { rows } from "../accounts/account-request";
import { sent } from "./request-world";

const ASKER = "camille@essai.example";
const ADVISER = "conseillere@loueur.example";
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  await emptyMailbox();
  account = await makeAccount(await makeSupplier());
  await asOwner(async (sql) => {
    await sql`update accounts set email = 'compta@essai.example', email_source = 'api', preference = 'link'`;
    await sql`update users set email = ${ASKER}, name = 'Camille' where id = ${account.administrator.userId}`;
  });
});

const change = (fields: Partial<Extract<CustomerRequest, { kind: "notification_change" }>> = {}) => ({
  kind: "notification_change" as const,
  email: "nouvelle@essai.example",
  preference: "digest" as const,
  message: "",
  ...fields,
});
const duplicate = (number: string, message = "") => ({
  kind: "duplicate" as const,
  number,
  issuedOn: "2024-08-30",
  message,
});
const ask = (request: CustomerRequest) => recordRequest(account.administrator, request);

describe("a request to the adviser", () => {
  it("is stored, mailed to the adviser and repeated to the asking user, and changes nothing else", async () => {
    await asOwner((sql) => sql`update accounts set adviser_email = ${ADVISER}`);
    expect(await ask(change({ message: "Camille part.\r\nMerci !" }))).toMatchObject({ ok: true });
    expect(await rows("customer_requests")).toMatchObject([
      {
        kind: "notification_change",
        state: "open",
        wanted: { address: "nouvelle@essai.example", preference: "digest", document: null },
        message: "Camille part.\nMerci !",
        user_id: account.administrator.userId,
      },
    ]);
    const mails = await sent();
    const toAdviser = mails.find(({ to }) => to === ADVISER);
    expect(toAdviser?.subject).toContain(account.customerNumber);
    for (const words of ["nouvelle@essai.example", "compta@essai.example", "Camille part.", "administrateur"])
      expect(toAdviser?.text).toContain(words);
    expect(toAdviser?.text).not.toMatch(/\/(reset|d)\//);
    expect(mails.find(({ to }) => to === ASKER)?.text).toContain("nouvelle@essai.example");
    expect(mails).toHaveLength(2);
    expect(await rows("accounts")).toMatchObject([
      { email: "compta@essai.example", preference: "link", pending_email: null },
    ]);
    expect((await rows("audit_events")).map(({ action }) => action)).toEqual(["request_made"]);
  });

  it("repeats its text only to a proven address, and never turns a name into a link", async () => {
    await asOwner((sql) => sql`update users set name = 'Voir https://nom.example/x' where email = ${ASKER}`);
    const words = "Votre compte est suspendu : malin.example";
    await ask(change({ message: words }));
    await asOwner((sql) => sql`update users set email_verified_at = now() where email = ${ASKER}`);
    await ask(change({ email: "encore@essai.example", message: words }));
    const mails = await sent();
    const repeated = (wanted: string, to: string) =>
      mails
        .filter((mail) => mail.to === to && mail.text.includes(wanted))
        .map(({ text }) => text.includes(words));
    expect(repeated("nouvelle@essai.example", ASKER)).toEqual([false]);
    expect(repeated("encore@essai.example", ASKER)).toEqual([true]);
    const toOthers = mails.filter(({ to, text }) => to !== ASKER && text.includes(words));
    expect(toOthers.map(({ text, html }) => /nom\.example/.test(text + html))).toEqual([false, false]);
  });

  it("has the asking user's address as Reply-To, or the supplier's if there is none", async () => {
    await ask(duplicate("F-1"));
    await recordRequest(account.member, duplicate("F-2"));
    const [batch] = await claimShipments(10, new Date("2100-01-01"));
    const claimed = batch?.mails ?? [];
    const deriveSecret = await loadSecrets(claimed);
    const composed = await Promise.all(claimed.map((mail) => composeMail(mail, deriveSecret)));
    expect(composed.map(({ to, replyTo }) => `${to} ${replyTo}`).sort()).toEqual([
      `${ASKER} mails@loueur.example`,
      `conseil@loueur.example ${ASKER}`,
      "conseil@loueur.example mails@loueur.example",
    ]);
  });

  it("goes to the supplier's customer service if there is no adviser; a user without address gets no mail", async () => {
    expect(await recordRequest(account.member, duplicate("F-1"))).toMatchObject({ ok: true });
    const mails = await sent();
    expect(mails.map(({ to }) => to)).toEqual(["conseil@loueur.example"]);
    expect(mails[0]?.text).toContain("F-1");
    expect(mails[0]?.text).toContain("30/08/2024");
  });

  it("is refused with its date while the same one is open, and accepted again once it is answered", async () => {
    const first = await ask(change());
    const again = await recordRequest(account.member, change({ email: " NOUVELLE@essai.example " }));
    expect(again).toMatchObject({ ok: false, reason: "already_asked", askedAt: first.ok && first.askedAt });
    expect(await ask(duplicate("F-1"))).toMatchObject({ ok: true });
    expect(await ask(duplicate(" f-1 ", "encore"))).toMatchObject({ reason: "already_asked" });
    expect(await rows("mails")).toHaveLength(4);
    await asOwner((sql) => sql`update customer_requests set state = 'declined', closed_at = now()`);
    expect(await ask(change())).toMatchObject({ ok: true });
  });

  it("is recorded once by twenty requests at the same time, and at most ten stay open", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(change())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows("mails")).toHaveLength(2);
    const others = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(duplicate(`F-${index}`))));
    expect(others.filter(({ ok }) => ok)).toHaveLength(9);
    expect(others.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "too_many_open" });
  });

  it("is refused if empty, without a change, with an invalid address, or too long", async () => {
    const nothing = { email: null, preference: null };
    expect(await ask(change(nothing))).toEqual({ ok: false, reason: "nothing_asked" });
    expect(await ask(change({ ...nothing, message: " \n " }))).toEqual({
      ok: false,
      reason: "nothing_asked",
    });
    expect(await ask(duplicate(" \0 "))).toEqual({ ok: false, reason: "nothing_asked" });
    expect(await ask(change({ email: "Compta@essai.example", preference: "link" }))).toEqual({
      ok: false,
      reason: "as_it_is",
    });
    for (const email of [
      "a",
      "a@b",
      "a b@c.example",
      "a@b.example\r\nBcc: c@d.example",
      "a@b.example,c@d.example",
    ])
      expect(await ask(change({ email })), email).toEqual({ ok: false, reason: "not_an_address" });
    expect(await ask(change({ message: "x".repeat(2_001) }))).toEqual({ ok: false, reason: "too_long" });
    expect(await ask(change({ ...nothing, message: "Rappelez-moi" }))).toMatchObject({ ok: true });
    expect(await rows("mails")).toHaveLength(2);
  });

  it("accepts any text safely: stored, mailed as text, in one header line", async () => {
    await asOwner((sql) => sql`update users set name = '"><script>alert(1)</script>', email = 'a b@c'`);
    for (const naughty of NAUGHTY_NAMES) {
      const answer = await ask(change({ email: null, preference: null, message: naughty }));
      const document = await ask(duplicate(naughty, naughty));
      for (const { ok } of [answer, document])
        if (ok)
          // Closes the request and gives it an old date, because the number of requests a day is limited.
          await asOwner(
            (sql) => sql`
              update customer_requests set state = 'declined', closed_at = now(), created_at = '2025-01-20'`,
          );
    }
    const mails = await sent();
    expect(mails.length).toBeGreaterThan(NAUGHTY_NAMES.length);
    for (const mail of mails) {
      expect(mail.to).toBe("conseil@loueur.example");
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(mail.html).not.toMatch(/<script|\u202e/);
    }
  });

  it("is separate for each account: open requests of another account do not count", async () => {
    const other = await makeAccount(await makeSupplier());
    await ask(change());
    expect(await recordRequest(other.member, change())).toMatchObject({ ok: true });
  });
});

describe("PostgreSQL", () => {
  it("allows a customer to queue the mails of its own requests in its own name, and no others", async () => {
    const other = await makeAccount(await makeSupplier());
    await ask(duplicate("F-1"));
    const [made] = await withViewer({ kind: "job" }, (tx) => tx.select().from(mails));
    if (!made) throw new Error("no mail was queued");
    const queue = (mail: Partial<typeof made>) =>
      withViewer(account.administrator, (tx) =>
        tx.insert(mails).values({
          ...made,
          id: crypto.randomUUID(),
          subjectId: crypto.randomUUID(),
          kind: "request_made",
          ...mail,
        }),
      );
    await queue({});
    for (const mail of [
      { kind: "activation" },
      { kind: "digest" },
      { userId: account.member.userId },
      { accountId: other.id },
      { accountId: other.id, supplierId: other.administrator.supplierId },
    ])
      await expect(queue(mail), JSON.stringify(mail)).rejects.toMatchObject({ code: "42501" });
  });
});
