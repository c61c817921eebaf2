import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { sampleMail } from "./transport-sample";
import type { Fault, TransportUnderTest } from "./transport-under-test";

/** One request made twice, several at a time, and several mails in one. */
export function describeRepeats(under: () => TransportUnderTest): void {
  it("treats the same request under the same key as one mail, or gives both the same Message-ID", async () => {
    const { transport, arrived } = under();
    const [mail, key] = [sampleMail({ attachments: [] }), randomUUID()];
    const first = await transport.send(key, [mail]);
    const again = await transport.send(key, [mail]);
    expect(again).toEqual(first);
    const all = await arrived();
    if (transport.isIdempotent) expect(all).toHaveLength(1);
    else expect(new Set(all.map(({ headers }) => headers["message-id"])).size).toBe(1);
  });

  it("sends ten simultaneous mails as ten mails", async () => {
    const { transport, arrived } = under();
    const subjects = Array.from({ length: 10 }, (_, index) => `Facture ${index}`);
    const outcomes = await Promise.all(
      subjects.map((subject) => transport.send(randomUUID(), [sampleMail({ subject })])),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(subjects.map(() => "accepted"));
    expect((await arrived()).map(({ subject }) => subject).sort()).toEqual(subjects);
  });

  it("sends a whole batch or nothing of it, each mail with its own id", async () => {
    const { transport, arrived } = under();
    const mails = Array.from({ length: transport.batchLimit }, (_, index) =>
      sampleMail({ to: `reader-${index}@client.example` }),
    );
    const key = randomUUID();
    const outcome = await transport.send(key, mails);
    if (outcome.kind !== "accepted") throw new Error(outcome.detail);
    expect(new Set(outcome.messageIds).size).toBe(mails.length);
    if (transport.isIdempotent) expect(await transport.send(key, mails)).toEqual(outcome);
    expect((await arrived()).map(({ recipients }) => recipients)).toEqual(mails.map(({ to }) => [to]));

    const spoiled = [...mails.slice(1), sampleMail({ to: "nobody" })];
    expect((await transport.send(randomUUID(), spoiled)).kind).toBe("refused");
    expect(await arrived()).toEqual([]);
  });

  it("takes each mail when it is composed, and sends none when one cannot be composed", async () => {
    const { transport, arrived } = under();
    const composing = (isAble: boolean) => ({
      length: transport.batchLimit,
      async *[Symbol.asyncIterator]() {
        for (let index = 1; index < transport.batchLimit; index += 1)
          yield sampleMail({ subject: `Facture ${index}` });
        if (!isAble) throw new Error("not composed");
        yield sampleMail({ subject: `Facture ${transport.batchLimit}` });
      },
    });
    await expect(transport.send(randomUUID(), composing(false))).rejects.toThrow("not composed");
    expect(await arrived()).toEqual([]);
    expect((await transport.send(randomUUID(), composing(true))).kind).toBe("accepted");
    expect((await arrived()).map(({ subject }) => subject)).toEqual(
      Array.from({ length: transport.batchLimit }, (_, index) => `Facture ${index + 1}`),
    );
  });
}

/** For each fault: the outcome, and that a dispatcher that follows the outcome sends exactly one mail. */
export function describeFaults(
  under: () => TransportUnderTest,
  faults: Partial<Record<Fault, object>>,
): void {
  const cases = Object.entries(faults) as [Fault, object][];
  if (cases.length === 0) return;
  it.each(cases)(
    "after the fault %s returns %o, and one mail arrives unless it was refused",
    async (fault, says) => {
      const { transport, withShortTimeout = transport, cause, arrived } = under();
      cause(fault);
      const [mail, key] = [sampleMail({}), randomUUID()];
      const isSilent = fault === "hangBefore" || fault === "hangAfter";
      const outcome = await (isSilent ? withShortTimeout : transport).send(key, [mail]);
      expect(outcome).toMatchObject(says);
      expect(outcome).toMatchObject({ detail: expect.stringMatching(/^[\w .]+$/) });
      if (outcome.kind === "refused") return expect(await arrived()).toEqual([]);
      if (outcome.kind === "retry") expect(await arrived()).toEqual([]);
      // A dispatcher may repeat after `retry`, and after `unknown` on an idempotent transport.
      if (outcome.kind === "retry" || transport.isIdempotent)
        expect((await transport.send(key, [mail])).kind).toBe("accepted");
      expect(await arrived()).toHaveLength(1);
    },
  );
}
