import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMail } from "@/lib/mails/transports/outgoing-mail";
import { describeFaults, describeRepeats } from "./transport-contract-faults";
import { sampleMail } from "./transport-sample";
import type { Fault, TransportUnderTest } from "./transport-under-test";

/** The contract of every transport. `faults` are the faults that can happen to it, with the outcome it must return. */
export function describeTransport(
  name: string,
  open: () => Promise<TransportUnderTest>,
  faults: Partial<Record<Fault, object>> = {},
): void {
  describe(name, () => {
    let under: TransportUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(async () => {
      await under.transport.close();
      await under.withShortTimeout?.close();
      await under.close();
    });
    const send = (mail: OutgoingMail, key: string = randomUUID()) => under.transport.send(key, [mail]);

    it("transmits a complete mail: sender, recipient, subject, both parts, headers", async () => {
      const mail = sampleMail({
        headers: { "X-Entity-Ref-ID": "ref-1", "Auto-Submitted": "auto-generated" },
      });
      const outcome = await send(mail);
      expect(outcome).toEqual({ kind: "accepted", messageIds: [expect.stringMatching(/./)] });
      const [arrived, ...others] = await under.arrived();
      expect(others).toEqual([]);
      expect(arrived).toMatchObject({
        fromName: mail.from.name,
        fromAddress: mail.from.address,
        recipients: [mail.to],
        replyTo: mail.replyTo,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: { "x-entity-ref-id": "ref-1", "auto-submitted": "auto-generated" },
        attachments: [],
      });
    });

    it("keeps accents, other scripts, emoji and joiners in names, subjects and bodies", async () => {
      const mail = sampleMail({
        from: { name: "Société Générale d’Électricité “Été” 株式会社 👩‍💻", address: "factures@lease.example" },
        subject: "Votre facture n° 42 : 1 234,56 € – été, Łódź, Ελλάδα, 日本, می‌خواهم, 👩‍💻",
        text: "Réglé : 1 234,56 €\nΕλλάδα 日本\n",
        html: "<p>Réglé : 1 234,56 € Ελλάδα 日本 👩‍💻</p>\n",
      });
      expect((await send(mail)).kind).toBe("accepted");
      const [arrived] = await under.arrived();
      expect(arrived).toMatchObject({
        fromName: mail.from.name,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
      });
    });

    it("transmits attachments byte for byte, with their names", async () => {
      const attachments = [
        { fileName: "facture.pdf", mediaType: "application/pdf", content: randomBytes(300_001) },
        {
          fileName: "Relevé d’été – n° 7.xml",
          mediaType: "application/xml",
          content: Buffer.from("\r\n.\r\n..\n"),
        },
        {
          fileName: "view.bin",
          mediaType: "application/octet-stream",
          content: randomBytes(64).subarray(7, 50),
        },
      ];
      expect((await send(sampleMail({ attachments }))).kind).toBe("accepted");
      const [arrived] = await under.arrived();
      expect(arrived?.attachments.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual(
        attachments.map(({ fileName, mediaType }) => [fileName, mediaType]),
      );
      attachments.forEach(({ content }, index) =>
        expect(arrived?.attachments[index]?.content.equals(content)).toBe(true),
      );
    });

    it.each([
      ["\r\nBcc: thief@evil.example", "lines"],
      ["\nTo: thief@evil.example\n\n<h1>", "bare line feeds"],
      ["\r\rX-Evil: 1", "bare carriage returns"],
      ["\u2028Bcc: thief@evil.example\u0085X-Evil: 1\u0000", "line separators of Unicode"],
      ['" <thief@evil.example>, "', "quotes and another address"],
      ['\\" <thief@evil.example>', "an escaped quote"],
      ["=?utf-8?q?=0D=0ABcc:_thief@evil.example?=", "an encoded line"],
    ])("does not let %j (%s) in a typed text become a header or a recipient", async (evil) => {
      const mail = sampleMail({
        from: { name: `Lease ${evil}`, address: "factures@lease.example" },
        subject: `Facture ${evil}`,
        headers: { "X-Entity-Ref-ID": `ref ${evil}` },
        attachments: [
          { fileName: `a${evil}.pdf`, mediaType: `application/pdf${evil}`, content: randomBytes(5) },
        ],
      });
      expect((await send(mail)).kind).toBe("accepted");
      const [arrived, ...others] = await under.arrived();
      expect(others).toEqual([]);
      expect(arrived?.recipients).toEqual([mail.to]);
      expect(arrived?.fromAddress).toBe(mail.from.address);
      expect(Object.keys(arrived?.headers ?? {})).not.toContain("bcc");
      expect(Object.keys(arrived?.headers ?? {})).not.toContain("x-evil");
      const shown = [arrived?.subject, arrived?.fromName, arrived?.attachments[0]?.fileName].join("");
      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(arrived?.text).toBe(mail.text);
    });

    it.each([
      "",
      "nobody",
      "a@b.example, thief@evil.example",
      "a@b.example; thief@evil.example",
      "Someone <a@b.example>",
      "a@b.example\r\nBcc: thief@evil.example",
      "a@b@c.example",
      "a b@c.example",
      "group: a@b.example;",
      `${"a".repeat(250)}@b.example`,
    ])("refuses %j as a recipient, sender or reply address", async (address) => {
      const wrong = [
        sampleMail({ to: address }),
        sampleMail({ replyTo: address }),
        sampleMail({ from: { name: "Lease", address } }),
      ];
      const outcomes = [];
      for (const mail of wrong) outcomes.push(await send(mail));
      expect(outcomes).toEqual(
        ["to", "replyTo", "from"].map((field) => ({
          kind: "refused",
          detail: `${field} is not one address`,
          by: "portal",
          isAddressDead: field === "to",
        })),
      );
      expect(await under.arrived()).toEqual([]);
    });

    it("throws for requests that the portal never makes", async () => {
      const { transport } = under;
      const many = Array.from({ length: transport.batchLimit + 1 }, () => sampleMail({}));
      await expect(transport.send("k", [])).rejects.toThrow();
      await expect(transport.send("k", many)).rejects.toThrow();
      await expect(send(sampleMail({ headers: { "X-Evil\r\nBcc": "a@b.example" } }))).rejects.toThrow();
      expect(await under.arrived()).toEqual([]);
    });

    it("returns `retry` during an outage, and works when it is over", async () => {
      const [mail, key] = [sampleMail({}), randomUUID()];
      const comeBack = await under.goDown();
      const during = [await send(mail, key), await send(mail, key)];
      await comeBack();
      // When a kept connection breaks, the first request is in doubt; later ones surely did not arrive.
      expect(during[0]?.kind).toMatch(under.transport.isIdempotent ? /^(retry|unknown)$/ : /^retry$/);
      expect(during[1]?.kind).toBe("retry");
      expect((await send(mail, key)).kind).toBe("accepted");
      expect(await under.arrived()).toHaveLength(1);
    });

    describeRepeats(() => under);
    describeFaults(() => under, faults);
  });
}
