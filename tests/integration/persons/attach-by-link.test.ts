import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { attachByLink } from "@/lib/persons/attach-by-link";
import { attachIdentifier } from "@/lib/persons/attach-identifier";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { openAttachment } from "@/lib/persons/open-attachment";
import { requestAttachment } from "@/lib/persons/request-attachment";
import { openToken } from "@/lib/recovery/open-token";
import { changeUser, HOUR, passTime } from "@/tests/integration/sign-in/sign-in-world";
import { asOwner, PASSWORD, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { askAs, EMAIL, links, makeAttachmentWorld, writtenRows } from "./attachment-world";
import { prove, reached, sessionOf } from "./person-world";

const OK = { ok: true };
const USED = { ok: false, reason: "used" };
let here: TestAccount;
let there: TestAccount;
let theirSupplier: TestSupplier;
let mine: string;
let other: string;

beforeEach(async () => {
  ({ here, there, theirSupplier, mine, other } = await makeAttachmentWorld());
});

const ask = (identifier = other, from = mine) => askAs(from, identifier);

async function askedLink(): Promise<string> {
  await ask();
  return (await links()).at(-1) ?? "";
}

describe("the mailed link", () => {
  it("shows both identifiers to the user who asked, changes nothing when opened, and attaches them once", async () => {
    const secret = await askedLink();
    await ask();
    const session = await sessionOf(mine);
    const before = await writtenRows();
    expect(await openAttachment(session, secret)).toMatchObject({ ok: true, other: { identifier: other } });
    expect(await writtenRows()).toEqual(before);
    expect(await attachByLink(session, secret)).toMatchObject({
      ok: true,
      account: { supplierName: "Loueur Essai" },
    });
    expect(await reached(session)).toEqual([mine, other].sort());
    expect(await reached(await sessionOf(other))).toEqual([mine, other].sort());
    expect(await writtenRows()).toMatchObject({ tokens: 2, consumed: 2, joined: 2 });
    for (const again of await links()) expect(await attachByLink(session, again)).toEqual(USED);
  });

  it("works only for the user who asked, not even for the recipient of the mail", async () => {
    const secret = await askedLink();
    const before = await writtenRows();
    for (const identifier of [other, here.identifiers.member, there.identifiers.administrator])
      for (const use of [openAttachment, attachByLink])
        expect(await use(await sessionOf(identifier), secret), identifier).toEqual({
          ok: false,
          reason: "other_identifier",
          identifier: mine,
        });
    expect(await writtenRows()).toEqual(before);
  });

  it("cannot choose a password, and a link to choose one cannot attach", async () => {
    const secret = await askedLink();
    expect(await openToken(theirSupplier.id, secret)).toEqual({ ok: false, reason: "unknown" });
    await asOwner(
      (sql) =>
        sql`update tokens set purpose = 'recovery', asking_user_id = null where purpose = 'attachment'`,
    );
    expect(await attachByLink(await sessionOf(mine), secret)).toEqual({ ok: false, reason: "unknown" });
  });

  it("is unknown when it is damaged or was never mailed", async () => {
    const secret = await askedLink();
    for (const damaged of ["", "never-mailed", secret.slice(1), `${secret}A`, "A".repeat(43), "\0"])
      expect(await attachByLink(await sessionOf(mine), damaged), damaged).toEqual({
        ok: false,
        reason: "unknown",
      });
  });

  it("is contained in the mail, and is valid for 60 minutes after the provider accepted the mail", async () => {
    await ask();
    const from = now().getTime();
    expect(await dispatchMails(new Date(from + 24 * HOUR))).toMatchObject({ sent: 1 });
    const [mail] = await listMailbox(1, EMAIL);
    const secret = /\/profile\/companies\/attach\/([\w-]{43})/.exec(mail?.html ?? "")?.[1] ?? "";
    const opened = await openAttachment(await sessionOf(mine), secret);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.expiresAt.getTime()).toBeGreaterThanOrEqual(from + HOUR);
    expect(opened.expiresAt.getTime()).toBeLessThan(from + 2 * HOUR);
  });

  it("expires 60 minutes after the provider accepted its mail, and after 24 hours at the latest", async () => {
    const secret = await askedLink();
    passTime(24 * HOUR - 1_000);
    expect(await openAttachment(await sessionOf(mine), secret)).toMatchObject(OK);
    passTime(1_000);
    expect(await attachByLink(await sessionOf(mine), secret)).toEqual({ ok: false, reason: "expired" });
    const later = await askedLink();
    await asOwner(
      (sql) => sql`update tokens set expires_at = created_at + interval '1 hour' where consumed_at is null`,
    );
    passTime(HOUR - 1_000);
    expect(await openAttachment(await sessionOf(mine), later)).toMatchObject(OK);
    passTime(1_000);
    expect(await attachByLink(await sessionOf(mine), later)).toEqual({ ok: false, reason: "expired" });
    expect(await writtenRows()).toMatchObject({ joined: 0 });
  });

  it.each([
    ["its password", () => other, { password_hash: "x", stamp: 2 }],
    ["its address", () => other, { email: "autre@ailleurs.example" }],
    ["its access", () => other, { status: "disabled" }],
    ["the asker's password", () => mine, { password_hash: "x" }],
    ["the asker's address", () => mine, { email: "autre@essai.example" }],
    ["the asker's sessions", () => mine, { stamp: 2 }],
  ])("ends permanently when %s changes", async (_what, who, change) => {
    const secret = await askedLink();
    const session = await sessionOf(mine);
    await changeUser(who(), change);
    expect(await openAttachment(session, secret)).toEqual(USED);
    await changeUser(other, { status: "active" });
    await prove(other, EMAIL);
    expect(await attachByLink(session, secret)).toEqual(USED);
    expect(await writtenRows()).toMatchObject({ joined: 0, consumed: 1 });
  });

  it.each([
    ["must replace its password", { must_change_password: true }],
    ["has a closed account", null],
  ])("does not attach while the other %s", async (_what, change) => {
    const secret = await askedLink();
    if (change) await changeUser(other, change);
    else await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${there.id}`);
    expect(await attachByLink(await sessionOf(mine), secret)).toEqual(USED);
    expect(await writtenRows()).toMatchObject({ joined: 0 });
  });

  it("needs a valid session", async () => {
    const secret = await askedLink();
    const session = await sessionOf(mine);
    await asOwner((sql) => sql`update sessions set ended_at = now()`);
    expect(await attachByLink(session, secret)).toMatchObject({ ok: false, reason: "proof_needed" });
    expect(await ask()).toEqual(OK);
    expect(await requestAttachment(session, other)).toEqual(OK);
    expect(await writtenRows()).toMatchObject({ joined: 0, tokens: 2 });
  });

  it("is refused when the identifier was already attached by its password; links used in both directions attach once", async () => {
    const secret = await askedLink();
    await prove(mine, "camille@essai.example");
    const [first, session] = [await askedLink(), await sessionOf(mine)];
    expect(await attachByLink(session, secret)).toEqual(USED);
    await ask(mine, other);
    const back = (await links()).at(-1) ?? "";
    await attachIdentifier(session, { identifier: other, password: PASSWORD, address: "" });
    expect(await attachByLink(session, first)).toEqual({ ok: false, reason: "already_mine" });
    await detachIdentifier(session, there.member.userId);
    const [one, two] = await Promise.all([
      attachByLink(session, first),
      sessionOf(other).then((theirs) => attachByLink(theirs, back)),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await reached(session)).toEqual([mine, other].sort());
  });

  it("succeeds once when it is used twenty times at the same time", async () => {
    const secret = await askedLink();
    const session = await sessionOf(mine);
    const results = await Promise.all(Array.from({ length: 20 }, () => attachByLink(session, secret)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "used")).toHaveLength(19);
    expect(await writtenRows()).toMatchObject({ joined: 2, consumed: 1, events: 2 });
  });

  it("does not attach when the password is changed at the same moment, in any order", async () => {
    for (let round = 0; round < 20; round += 1) {
      const secret = await askedLink();
      const session = await sessionOf(mine);
      await Promise.all([
        attachByLink(session, secret),
        changeUser(other, { password_hash: `x-${round}`, stamp: round + 2 }),
      ]);
      expect(await reached(session)).toEqual([mine]);
      await asOwner((sql) => sql`delete from throttle_counters`);
    }
  });
});
