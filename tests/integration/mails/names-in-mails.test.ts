import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { findMailKind, type QueuedMail } from "@/lib/mails/kinds/mail-kinds";
import type { MailSupplier } from "@/lib/mails/kinds/queued-parts";
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
  logo: null,
  tradeWords: {},
};
const account = { companyName: "Perce-Neige", customerNumber: "C-1", identifier: "noe@essai.example" };
const tokenId = uuidv7();

const QUEUED: QueuedMail[] = [
  { kind: "invitation", props: { supplier, ...account, inviterName: NAME, tokenId } },
  {
    kind: "attachment",
    props: { supplier, account, asker: { identifier: "camille", companyName: NAME }, tokenId },
  },
  {
    kind: "request_made",
    props: {
      supplier,
      account,
      askedAt: at.toISOString(),
      asked: { address: null, preference: "digest", document: null, message: [] },
      asker: { name: NAME, identifier: "camille", role: "member", email: null, isEmailProven: false },
      present: { address: null, preference: "none" },
    },
  },
];

it.each(QUEUED)("an address in a stored name does not become a link in $kind", async ({ kind, props }) => {
  const content = findMailKind(kind)?.read(props) ?? null;
  const row = { id: uuidv7(), kind, supplierId: "", accountId: null, recipient: "", tries: 1 };
  const { subject, html, text } = await composeMail(
    { ...row, content, locale: "fr", createdAt: at, sendableSince: at },
    () => "secret",
  );
  for (const part of [subject, html, text]) expect(part).not.toMatch(/malin\.example|vous@malin/);
  expect(text).toContain("malin. example");
});
