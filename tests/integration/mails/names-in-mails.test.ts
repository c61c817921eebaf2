import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import type { MailKind, MailSupplier, QueuedProps } from "@/lib/mails/kinds/mail-kinds";
import { composeMail } from "@/lib/mails/outbox/compose-mail";

const NAME = "Votre compte https://malin.example/x ou vous@malin.example";
const at = new Date("2026-11-23T09:00:00Z");
const supplier: MailSupplier = {
  slug: "loueur",
  name: "Loueur Essai",
  brandColor: "#0b4f6c",
  senderName: "Loueur Essai",
  senderAddress: "mails@loueur.example",
  replyTo: "mails@loueur.example",
  contactEmail: "conseil@loueur.example",
  contactPhone: "",
  timeZone: "Europe/Paris",
};
const account = { companyName: "Perce-Neige", customerNumber: "C-1", identifier: "noe@essai.example" };
const tokenId = uuidv7();

const PROPS: Partial<QueuedProps> = {
  invitation: { supplier, ...account, inviterName: NAME, tokenId },
  attachment: { supplier, account, asker: { identifier: "camille", companyName: NAME }, tokenId },
  request_made: {
    supplier,
    account,
    askedAt: at.toISOString(),
    asked: { address: null, preference: "digest", document: null, message: [] },
    asker: { name: NAME, identifier: "camille", role: "member", email: null, isEmailProven: false },
    present: { address: null, preference: "none" },
  },
};

it.each(Object.keys(PROPS) as MailKind[])(
  "a name kept from before is nothing to follow in %s",
  async (kind) => {
    const props = PROPS[kind];
    if (!props) throw new Error(kind);
    const mail = { id: uuidv7(), kind, supplierId: "", accountId: null, recipient: "", props, tries: 1 };
    const { subject, html, text } = await composeMail(
      { ...mail, locale: "fr", createdAt: at },
      () => "secret",
    );
    const [open, closed] = [/malin\.example|vous@malin/, "malin. example"];
    for (const part of [subject, html, text]) expect(part).not.toMatch(open);
    expect(text).toContain(closed);
  },
);
