import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "@/db/schema/mails";
import { tokens } from "@/db/schema/tokens";
import { withViewer } from "@/lib/access/with-viewer";
import { listRecentMails } from "@/lib/mails/deliveries/list-recent-mails";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { changeUser, HOUR, passTime } from "@/tests/integration/sign-in/sign-in-world";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { askAs, EMAIL, makeAttachmentWorld, writtenRows } from "./attachment-world";
import { sessionOf, setProvenAddress } from "./person-world";

const OK = { ok: true };
const NOTHING = { tokens: 0, mails: 0, consumed: 0, joined: 0, events: 0 };
let firstAccount: TestAccount;
let secondAccount: TestAccount;
let secondSupplier: TestSupplier;
let firstIdentifier: string;
let secondIdentifier: string;

beforeEach(async () => {
  ({ firstAccount, secondAccount, secondSupplier, firstIdentifier, secondIdentifier } =
    await makeAttachmentWorld());
});

const ask = (identifier = secondIdentifier, from = firstIdentifier) => askAs(from, identifier);

describe("asking for a link to attach an identifier", () => {
  it("sends a mail that names who asks, in one transaction with the link and the journal", async () => {
    expect(await ask(` ${secondIdentifier.toUpperCase()} `)).toEqual(OK);
    expect(await writtenRows()).toEqual({ ...NOTHING, tokens: 1, mails: 1, events: 1 });
    const [mail] = await asOwner((sql) => sql`select kind, recipient, user_id, account_id, props from mails`);
    expect(mail).toMatchObject({
      kind: "attachment",
      recipient: EMAIL,
      user_id: secondAccount.member.userId,
      account_id: secondAccount.id,
      props: { account: { identifier: secondIdentifier }, asker: { identifier: firstIdentifier } },
    });
    const [event] = await asOwner(
      (sql) => sql`select * from audit_events where action = 'attachment_requested'`,
    );
    expect(event).toMatchObject({
      account_id: null,
      supplier_id: null,
      subject_id: secondAccount.member.userId,
    });
  });

  it("answers the same and sends no mail when nothing can be attached", async () => {
    const closed = await makeAccount(await makeSupplier(), { state: "closed" });
    const adviser = await makeStaff("adviser", secondSupplier);
    const operator = await makeStaff("operator", null);
    const { administrator: disabled } = secondAccount.identifiers;
    const third = await makeAccount(await makeSupplier());
    for (const identifier of [
      closed.identifiers.member,
      adviser.identifier,
      operator.identifier,
      firstIdentifier,
    ])
      await setProvenAddress(identifier, EMAIL);
    for (const identifier of [disabled, firstAccount.identifiers.member, third.identifiers.member])
      await setProvenAddress(identifier, EMAIL);
    await changeUser(disabled, { status: "disabled" });
    await changeUser(third.identifiers.member, { must_change_password: true });
    // An address that is not proven.
    await changeUser(third.identifiers.administrator, { email: EMAIL });
    for (const identifier of [
      "personne@essai.example",
      closed.identifiers.member,
      adviser.identifier,
      operator.identifier,
      disabled,
      third.identifiers.member,
      third.identifiers.administrator,
      firstIdentifier,
      firstAccount.identifiers.member,
      "\0",
    ])
      expect(await ask(identifier), identifier).toEqual(OK);
    expect(await writtenRows()).toEqual(NOTHING);
  });

  it("does the same work when nothing can be attached, and rolls it back", async () => {
    const session = await sessionOf(firstIdentifier);
    await countWrites();
    try {
      await requestAttachment(session, secondIdentifier);
      const work = await writesSoFar();
      expect(work).toEqual({ tokens: 1, mails: 1, audit_events: 2 });
      const once = await writtenRows();
      for (const [index, identifier] of [
        "personne@essai.example",
        firstIdentifier,
        firstAccount.identifiers.member,
      ].entries()) {
        await requestAttachment(session, identifier);
        expect(await writesSoFar(), identifier).toEqual({
          tokens: index + 2,
          mails: index + 2,
          audit_events: 2 * (index + 2),
        });
      }
      expect(await writtenRows()).toEqual(once);
    } finally {
      await stopCounting();
    }
  });

  it("is limited per identifier, existing or not, and per user who asks", async () => {
    const tooMany = { ok: false, reason: "too_many" };
    for (const identifier of [secondIdentifier, "personne@essai.example"]) {
      for (let index = 0; index < 5; index += 1) expect(await ask(identifier)).toEqual(OK);
      expect(await ask(identifier, firstAccount.identifiers.member)).toEqual(tooMany);
    }
    expect(await writtenRows()).toMatchObject({ tokens: 5, mails: 5 });
    for (let index = 0; index < 5; index += 1) expect(await ask(`personne-${index}`)).toEqual(OK);
    expect(await ask("personne-5")).toEqual(tooMany);
    passTime(HOUR);
    expect(await ask()).toEqual(OK);
  });

  it("is visible to the recipient of the mail, and to no colleague, supplier or asking user", async () => {
    await ask();
    const kinds = async (viewer: TestAccount["member"]) =>
      (await listRecentMails(viewer)).map(({ kind }) => kind);
    expect(await kinds(secondAccount.member)).toEqual(["attachment"]);
    const strangers = [
      secondAccount.administrator,
      firstAccount.administrator,
      secondSupplier.keyViewer,
    ] as const;
    for (const viewer of strangers)
      await withViewer(viewer, async (tx) => {
        expect(await tx.select({ id: mails.id }).from(mails), viewer.kind).toEqual([]);
        expect(await tx.select({ id: tokens.id }).from(tokens), viewer.kind).toEqual([]);
      });
  });

  it("is protected by the database: no supplier can make such a link", async () => {
    const { keyViewer } = secondSupplier;
    const make = withViewer(keyViewer, (tx) =>
      tx.insert(tokens).values({
        id: secondAccount.member.userId,
        purpose: "attachment",
        supplierId: secondSupplier.id,
        userId: secondAccount.member.userId,
        askingUserId: firstAccount.administrator.userId,
        email: EMAIL,
        tokenHash: "0".repeat(64),
        createdAt: new Date(0),
      }),
    );
    await expect(make).rejects.toMatchObject({ code: "42501" });
  });
});

const WRITTEN = ["tokens", "mails", "audit_events"];

/** Counts written rows, also those that are rolled back: a rollback does not reset a sequence. */
const countWrites = () =>
  asOwner(async (sql) => {
    for (const table of WRITTEN)
      await sql.unsafe(`
        create sequence writes_of_${table};
        create function count_${table}() returns trigger language plpgsql security definer as
          $$ begin perform nextval('writes_of_${table}'); return new; end $$;
        create trigger count_writes before insert on ${table} for each row execute function count_${table}()`);
  });

const stopCounting = () =>
  asOwner(async (sql) => {
    for (const table of WRITTEN)
      await sql.unsafe(`
        drop trigger count_writes on ${table}; drop function count_${table}(); drop sequence writes_of_${table}`);
  });

const writesSoFar = () =>
  asOwner(async (sql) => {
    const counts = WRITTEN.map((table) => `(select last_value::int from writes_of_${table}) as ${table}`);
    const [row] = await sql.unsafe(`select ${counts.join(", ")}`);
    return { ...row };
  });
