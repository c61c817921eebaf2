import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { addContact } from "@/lib/requests/add-contact";
import { answerRequest } from "@/lib/requests/answer-request";
import { askQuestion } from "@/lib/requests/ask-question";
import { assignRequest } from "@/lib/requests/assign-request";
import { closeOrReopenRequest } from "@/lib/requests/close-or-reopen-request";
import { closeOwnRequest } from "@/lib/requests/close-own-request";
import { insertTemplate } from "@/lib/requests/insert-template";
import { listInvoiceQuestions } from "@/lib/requests/list-invoice-questions";
import { listOwnRequests } from "@/lib/requests/list-own-requests";
import { listStaffRequests } from "@/lib/requests/list-staff-requests";
import { markAnswering } from "@/lib/requests/mark-answering";
import { markRequestsRead } from "@/lib/requests/note-request-read";
import { openOwnRequest } from "@/lib/requests/open-own-request";
import { openStaffRequest } from "@/lib/requests/open-staff-request";
import { replyToRequest } from "@/lib/requests/reply-to-request";
import { MAX_MESSAGES_PER_DAY } from "@/lib/requests/request-limits";
import { requestStatistics } from "@/lib/requests/request-statistics";
import { saveTemplate } from "@/lib/requests/save-template";
import { clockAt } from "@/tests/support/clock-file";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner } from "@/tests/support/world";
import { rows } from "../accounts/account-request";
import { CAMILLE, ELSA, makeRequestWorld, type RequestWorld, seenBy, sent } from "./request-world";

let account: RequestWorld["account"];
let other: RequestWorld["other"];
let elsa: RequestWorld["elsa"];
let hugo: RequestWorld["hugo"];
let stranger: RequestWorld["stranger"];
let invoice: RequestWorld["invoice"];
let otherInvoice: RequestWorld["otherInvoice"];
let ask: RequestWorld["ask"];
let askForId: RequestWorld["askForId"];
let answer: RequestWorld["answer"];

beforeEach(async () => {
  ({ account, other, elsa, hugo, stranger, invoice, otherInvoice, ask, askForId, answer } =
    await makeRequestWorld());
});

describe("a question about an invoice", () => {
  it("is mailed to the supplier, shown on the invoice and in the list, and stored once", async () => {
    const id = await askForId("La remise manque.\r\n\r\nMerci !");
    expect(await ask("La remise manque.\n\nMerci !", account.member)).toEqual({ ok: true, id, isNew: false });
    const [mail] = await sent();
    expect(mail).toMatchObject({ to: "conseil@loueur.example" });
    expect(mail?.subject).toContain(invoice.number);
    expect(mail?.text).toContain(`/console/requests/${id}`);
    expect(mail?.text).toContain("La remise manque.");
    const { threads } = await listInvoiceQuestions(account.member, invoice.id);
    expect(threads).toMatchObject([
      { id, state: "open", entries: [{ paragraphs: [["La remise manque."], ["Merci !"]], isOwn: false }] },
    ]);
    expect((await listOwnRequests(account.member, "")).current.map((one) => one.id)).toEqual([id]);
    expect(await openOwnRequest(other.administrator, id)).toBeNull();
    expect(await openStaffRequest(stranger, id)).toBeNull();
    expect((await rows("audit_events")).map(({ action }) => action)).toEqual(["request_made"]);
  });

  it("names the only contract and vehicle of the invoice, one that was chosen of several, and no other", async () => {
    const named = async (contracts: string, vehicles: string, vehicle: string) => {
      await asOwner(
        (sql) =>
          sql`update invoices set contracts = ${contracts}, vehicles = ${vehicles} where id = ${invoice.id}`,
      );
      const text = `Lequel ? ${vehicles} ${vehicle}`;
      const about = { invoiceId: invoice.id, topic: "contract" as const, text, contract: "", vehicle };
      const asked = await askQuestion(account.member, about);
      const opened = asked.ok ? await openStaffRequest(elsa, asked.id) : null;
      return opened?.thread.subject;
    };
    expect(await named("{CC-1}", "{GF-410-BQ}", "")).toMatchObject({
      ...{ topic: "contract", document: invoice.number, contract: "CC-1", vehicle: "GF-410-BQ" },
    });
    const [mail] = await sent();
    expect(mail?.text).toMatch(/CC-1[^]*GF-410-BQ/);
    const several = "{GF-410-BQ,GH-087-XC}";
    expect(await named("{}", several, "GH-087-XC")).toMatchObject({ contract: null, vehicle: "GH-087-XC" });
    expect(await named("{}", several, "AA-001-AA")).toMatchObject({ contract: null, vehicle: null });
  });

  it("lets one user write fewer messages a day than the account", async () => {
    const id = await askForId();
    const written = { user: account.administrator, colleague: account.member };
    for (let count = 1; count < MAX_MESSAGES_PER_DAY.user; count += 1)
      expect(await replyToRequest(written.user, id, `Encore ${count}`)).toEqual({ ok: true });
    expect(await replyToRequest(written.user, id, "Une de trop")).toMatchObject({ reason: "too_many_today" });
    expect(await replyToRequest(written.colleague, id, "Et moi ?")).toEqual({ ok: true });
  });

  it("is refused about another account's invoice, empty, too long, and beyond the limits", async () => {
    const about = (invoiceId: string, text: string) =>
      askQuestion(account.administrator, { invoiceId, topic: "other", text, contract: "", vehicle: "" });
    expect(await about(otherInvoice.id, "Et ?")).toEqual({ ok: false, reason: "not_found" });
    expect(await about(invoice.id, " \n ")).toEqual({ ok: false, reason: "nothing_written" });
    expect(await about(invoice.id, "x".repeat(1_001))).toEqual({ ok: false, reason: "too_long" });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(`Question ${index}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "too_many_open" });
    const [first] = await rows("customer_requests");
    const id = String(first?.id);
    for (let count = 0; count < 10; count += 1)
      expect(await replyToRequest(account.member, id, `Encore ${count}`)).toEqual({ ok: true });
    const tooMany = { ok: false, reason: "too_many_today" };
    expect(await replyToRequest(account.member, id, "Une de trop")).toEqual(tooMany);
    clockAt("2026-11-24T09:00:01Z");
    expect(await replyToRequest(account.member, id, "Le lendemain")).toEqual({ ok: true });
    expect(await replyToRequest(other.member, id, "D’ailleurs")).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("the answer of an adviser", () => {
  it("is mailed with its text to a proven address only, read, and answered in the thread", async () => {
    const id = await askForId();
    await sent();
    await emptyMailbox();
    clockAt("2026-11-23T11:30:00Z");
    const first = await seenBy(hugo, id);
    expect(await answer(id, "Elle est sur la suivante.")).toEqual({ ok: true, isNotified: true });
    expect(await answerRequest(hugo, id, { text: "Je réponds aussi.", seen: first })).toEqual({
      ok: false,
      reason: "newer_message",
    });
    expect(await sent()).toMatchObject([
      { to: CAMILLE, text: expect.stringContaining("Elle est sur la suivante.") as string },
    ]);
    expect((await listOwnRequests(account.member, "")).current).toMatchObject([
      { id, isUnread: true, state: "answered" },
    ]);
    await markRequestsRead(account.administrator, [id]);
    expect((await listOwnRequests(account.member, "")).past).toMatchObject([{ id, isUnread: false }]);

    clockAt("2026-11-23T12:00:00Z");
    await emptyMailbox();
    expect(await replyToRequest(account.administrator, id, "Laquelle ?")).toEqual({ ok: true });
    expect(await replyToRequest(account.administrator, id, "Laquelle ?")).toEqual({ ok: true });
    // The adviser who answered is assigned to the request, and gets the mail about the reply.
    expect((await sent()).map(({ to }) => to)).toEqual([ELSA]);
    const { requests } = await listStaffRequests(elsa, { view: "mine", kind: null, after: "" });
    expect(requests).toMatchObject([{ id, waitingSince: new Date("2026-11-23T12:00:00Z") }]);
    expect((await listStaffRequests(hugo, { view: "mine", kind: null, after: "" })).requests).toEqual([]);

    await asOwner((sql) => sql`update users set email_verified_at = null where email = ${CAMILLE}`);
    await emptyMailbox();
    await answer(id, "Celle de décembre.");
    const [mail] = await sent();
    expect(mail?.text).not.toContain("Celle de décembre.");
    expect(mail?.text).toContain(`/profile/requests/${id}`);
    const opened = await openOwnRequest(account.member, id);
    expect(opened?.thread.entries.map(({ side, author }) => `${side} ${author}`)).toEqual([
      `customer ${account.identifiers.administrator} (Camille)`,
      "supplier Elsa",
      `customer ${account.identifiers.administrator} (Camille)`,
      "supplier Elsa",
    ]);
    expect(await requestStatistics(elsa, "Europe/Paris")).toMatchObject({
      medianAnswerMs: 2.5 * 3_600_000,
      waiting: 0,
      oldest: null,
      topics: [{ topic: "amount", count: 1 }],
    });
  });

  it("keeps the names of the time of writing, and can be closed and opened again by both sides", async () => {
    const id = await askForId();
    await answer(id, "Bonjour.");
    await asOwner(
      (sql) => sql`update users set name = 'Quelqu’un', identifier = 'autre' where id = ${elsa.userId}`,
    );
    const opened = await openStaffRequest(hugo, id);
    expect(opened?.thread.entries.at(-1)).toMatchObject({ author: "Elsa", side: "supplier" });
    expect(await closeOrReopenRequest(hugo, id, "reopened")).toMatchObject({
      ok: false,
      reason: "already_so",
    });
    expect(await closeOwnRequest(account.member, id)).toEqual({ ok: true });
    expect(await closeOwnRequest(account.member, id)).toEqual({ ok: false, reason: "not_found" });
    expect(await closeOrReopenRequest(hugo, id, "reopened")).toMatchObject({ ok: true });
    expect(await closeOrReopenRequest(stranger, id, "closed")).toEqual({ ok: false, reason: "not_found" });
    expect(await closeOrReopenRequest(elsa, id, "closed")).toMatchObject({ ok: true });
    expect(await replyToRequest(account.member, id, "Encore une chose")).toEqual({ ok: true });
    expect(await rows("customer_requests")).toMatchObject([{ state: "open", closed_at: null }]);
  });

  it("shows colleagues who is answering for two minutes, and who takes care of it", async () => {
    const id = await askForId();
    await markAnswering(elsa, id);
    await markAnswering(hugo, id);
    const answering = async () => (await openStaffRequest(hugo, id))?.answering;
    expect(await answering()).toBe("Elsa");
    expect((await openStaffRequest(elsa, id))?.answering).toBeNull();
    clockAt("2026-11-23T09:02:01Z");
    expect(await answering()).toBeNull();
    await markAnswering(hugo, id);
    expect((await openStaffRequest(elsa, id))?.answering).toBe("manager");
    expect(await assignRequest(elsa, id, hugo.userId)).toEqual({ ok: true });
    expect(await assignRequest(elsa, id, stranger.userId)).toEqual({ ok: false, reason: "no_colleague" });
    expect((await openStaffRequest(elsa, id))?.events).toMatchObject([
      { assigneeId: hugo.userId, by: "Elsa" },
    ]);
  });

  it("saves templates and contacts of the same name once, also when sent twenty times at the same time", async () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index);
    const templates = await Promise.all(
      twenty.map((index) =>
        saveTemplate(elsa, null, { title: "Vérifié", texts: { fr: `Bonjour ${index}` } }),
      ),
    );
    expect(templates.filter(({ ok }) => ok)).toHaveLength(1);
    const contact = { name: "Garage", email: "garage@loueur.example" };
    const contacts = await Promise.all(
      twenty.map(async () => addContact({ viewer: hugo, sessionId: await provenSession(hugo) }, contact)),
    );
    expect(contacts.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("may be written with a template, in the customer's language", async () => {
    const id = await askForId();
    const save = (title: string, fr: string, en = "") =>
      saveTemplate(elsa, null, { title, texts: { fr, en } });
    expect(await save("Vérifié", "Bonjour {nom}")).toEqual({
      ok: false,
      reason: "unknown_placeholder",
      placeholder: "nom",
    });
    const saved = await save("Vérifié", "Bonjour {name},\n\n{number} est juste.\n{adviser}", "Hello {name}");
    expect(await save("Vérifié", "Encore")).toEqual({ ok: false, reason: "title_taken" });
    const templateId = saved.ok ? saved.id : "";
    const inserted = (viewer: StaffUser, text = "") =>
      insertTemplate(viewer, { requestId: id, templateId, text });
    expect(await inserted(elsa, "Merci.")).toEqual({
      ok: true,
      text: `Merci.\n\nBonjour Camille,\n\n${invoice.number} est juste.\nElsa`,
    });
    await asOwner((sql) => sql`update users set locale = 'en' where email = ${CAMILLE}`);
    expect(await inserted(elsa)).toEqual({ ok: true, text: "Hello Camille" });
    expect(await inserted(stranger)).toEqual({ ok: false, reason: "no_template" });
  });
});
