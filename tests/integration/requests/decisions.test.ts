import { beforeEach, describe, expect, it } from "vitest";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import { mails } from "@/db/schema/mails";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { decideRequest } from "@/lib/accounts/one/decide-request";
import { openOwnRequest } from "@/lib/requests/open-own-request";
import { openStaffRequest } from "@/lib/requests/open-staff-request";
import { passOnRequest } from "@/lib/requests/pass-on-request";
import { recordRequest } from "@/lib/requests/record-request";
import { setAnswerDelay } from "@/lib/requests/set-answer-delay";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, type TestAccount } from "@/tests/support/world";
import { rows } from "../accounts/account-request";
import { CONTACT, makeRequestWorld, type RequestWorld, seenBy, sent } from "./request-world";

let supplier: RequestWorld["supplier"];
let account: RequestWorld["account"];
let other: RequestWorld["other"];
let elsa: RequestWorld["elsa"];
let hugo: RequestWorld["hugo"];
let stranger: RequestWorld["stranger"];
let askForId: RequestWorld["askForId"];
let answer: RequestWorld["answer"];

beforeEach(async () => {
  ({ supplier, account, other, elsa, hugo, stranger, askForId, answer } = await makeRequestWorld());
});

describe("a request for other notifications", () => {
  const decide = async (id: string, outcome: "accepted" | "declined", text = "") =>
    decideRequest(elsa, id, { outcome, text, seen: await seenBy(elsa, id) });
  const request = async (email: string | null) => {
    const made = await recordRequest(account.administrator, {
      kind: "notification_change",
      ...{ email, preference: "digest", message: "" },
    });
    return made.ok ? made.id : "";
  };

  it("is accepted with the preference set and the customer told, or declined with a reason", async () => {
    const id = await request(null);
    expect(await decide(id, "declined")).toEqual({ ok: false, reason: "nothing_written" });
    expect(await decide(id, "accepted")).toEqual({ ok: true, isNotified: true });
    expect(await rows("accounts")).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: account.id, preference: "digest" })]),
    );
    expect(await rows("account_corrections")).toMatchObject([
      {
        ...{ field: "preference", old_value: "link", new_value: "digest" },
        asked_by: account.identifiers.administrator,
      },
    ]);
    expect(await decide(id, "declined", "Trop tard")).toEqual({ ok: false, reason: "no_decision" });
    expect((await sent()).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Votre demande est acceptée/)]),
    );
  });

  it("is decided only by somebody who has seen its last message, and a question is not decided at all", async () => {
    const id = await request(null);
    const unseen = { outcome: "accepted", text: "", seen: crypto.randomUUID() } as const;
    expect(await decideRequest(elsa, id, unseen)).toEqual({ ok: false, reason: "newer_message" });
    expect(await decideRequest(stranger, id, unseen)).toEqual({ ok: false, reason: "not_found" });
    expect(await rows("account_corrections")).toEqual([]);
    expect(await decide(await askForId(), "declined", "Non")).toEqual({ ok: false, reason: "no_decision" });
  });

  it("is not accepted before the address that it asks for is recorded", async () => {
    const id = await request("nouvelle@essai.example");
    expect(await decide(id, "accepted")).toEqual({ ok: false, reason: "address_not_changed" });
    expect(await rows("account_corrections")).toEqual([]);
    await asOwner(
      (sql) => sql`update accounts set pending_email = 'nouvelle@essai.example', pending_since = now()`,
    );
    expect(await decide(id, "accepted")).toMatchObject({ ok: true });
  });
});

describe("passing a request on", () => {
  it("sends the thread to a contact of the supplier's list, and to nobody else", async () => {
    const id = await askForId();
    await answer(id, "Je vérifie.");
    await sent();
    await emptyMailbox();
    const [contact] = await rows("request_contacts");
    const contactId = String(contact?.id);
    const passed = await passOnRequest(elsa, id, { contactId, note: "Pouvez-vous vérifier ?" });
    expect(passed).toEqual({ ok: true, contact: "Atelier" });
    const [mail] = await sent();
    expect(mail?.to).toBe(CONTACT);
    for (const words of ["La remise manque.", "Je vérifie.", "Pouvez-vous vérifier"])
      expect(mail?.text).toContain(words);
    expect(await passOnRequest(stranger, id, { contactId, note: "" })).toMatchObject({
      reason: "no_contact",
    });
    expect((await openStaffRequest(hugo, id))?.events).toMatchObject([
      { action: "request_passed_on", contactId },
    ]);

    const [made] = (await withViewer({ kind: "job" }, (tx) => tx.select().from(mails))).filter(
      ({ kind }) => kind === "request_passed_on",
    );
    if (!made) throw new Error("no mail was queued");
    const fresh = () => ({
      ...made,
      id: crypto.randomUUID(),
      subjectId: crypto.randomUUID(),
      state: "queued" as const,
      providerMessageId: null,
    });
    const queue = (viewer: StaffUser, mail: Partial<typeof made>) =>
      withViewer(viewer, (tx) => tx.insert(mails).values({ ...fresh(), ...mail }));
    await queue(hugo, {});
    for (const mail of [{ recipient: "ailleurs@essai.example" }, { kind: "digest" }])
      await expect(queue(elsa, mail), JSON.stringify(mail)).rejects.toMatchObject({ code: "42501" });
    await expect(queue(stranger, {})).rejects.toMatchObject({ code: "42501" });
  });
});

describe("PostgreSQL", () => {
  it("lets each side change only its own part of a request", async () => {
    const id = await askForId();
    const change = (
      viewer: StaffUser | TestAccount["member"],
      set: Partial<typeof customerRequests.$inferInsert>,
    ) => withViewer(viewer, (tx) => tx.update(customerRequests).set(set));
    const refused = { code: "42501" };
    await expect(change(account.member, { state: "accepted", closedAt: new Date() })).rejects.toMatchObject(
      refused,
    );
    await expect(change(account.member, { assigneeId: elsa.userId })).rejects.toMatchObject(refused);
    await expect(change(account.member, { message: "autre chose" })).rejects.toMatchObject(refused);
    await expect(change(elsa, { message: "autre chose" })).rejects.toMatchObject(refused);
    await expect(change(elsa, { assigneeId: stranger.userId })).rejects.toMatchObject(refused);
    const write = (
      viewer: StaffUser | TestAccount["member"],
      more: Partial<typeof requestMessages.$inferInsert>,
    ) =>
      withViewer(viewer, (tx) =>
        tx.insert(requestMessages).values({
          ...{ supplierId: supplier.id, accountId: account.id, requestId: id, authorId: viewer.userId },
          ...{ side: "customer" as const, text: "Bonjour", at: new Date(), ...more },
        }),
      );
    await expect(write(account.member, { side: "supplier" })).rejects.toMatchObject(refused);
    await expect(write(account.member, { authorId: account.administrator.userId })).rejects.toMatchObject(
      refused,
    );
    await expect(write(account.member, { outcome: "accepted" })).rejects.toMatchObject(refused);
    await expect(write(elsa, {})).rejects.toMatchObject(refused);
    await expect(write(other.member, {})).rejects.toMatchObject(refused);
    await write(account.member, { authorIdentifier: "quelqu’un d’autre" });
    expect(await rows("request_messages")).toMatchObject([{ author_identifier: account.identifiers.member }]);
  });

  it("lets a manager set the promised delay and nothing else of the supplier", async () => {
    expect(await setAnswerDelay(elsa, "2")).toEqual({ ok: false, reason: "not_allowed" });
    expect(await setAnswerDelay(hugo, "31")).toEqual({ ok: false, reason: "not_a_delay" });
    expect(await setAnswerDelay(hugo, " 2 ")).toEqual({ ok: true });
    const opened = await openOwnRequest(account.member, await askForId());
    expect(opened?.adviser).toMatchObject({ answerWithinDays: 2, email: "conseil@loueur.example" });
    expect(await setAnswerDelay(hugo, "")).toEqual({ ok: true });
  });
});
