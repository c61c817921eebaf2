import { z } from "zod";
import * as template from "@/emails/request-passed-on";
import { PreviewProps } from "@/emails/request-passed-on";
import { nameInMail } from "@/lib/mails/writing/clean-props";
import { MESSAGE_SIDES } from "@/lib/request-choices";
import { defineMailKind } from "./define-mail-kind";
import { mailSupplierSchema, queuedAccount, queuedRequestSubject } from "./queued-parts";

/** Passes a request on to a contact of the supplier's list; db/policies/mails.sql refuses other recipients. */
export const requestPassedOn = defineMailKind({
  kind: "request_passed_on",
  sentTo: "person",
  isUrgent: false,
  waitsInPause: "always",
  listedFor: "nobody",
  queued: z.object({
    supplier: mailSupplierSchema,
    account: queuedAccount,
    about: queuedRequestSubject,
    by: z.object({ name: z.string(), email: z.string().nullable() }),
    note: z.array(z.string()).readonly(),
    thread: z
      .array(
        z.object({
          side: z.enum(MESSAGE_SIDES),
          author: z.string(),
          writtenAt: z.iso.datetime(),
          lines: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  }),
  toProps: ({ account, about, by, note, thread }, { frame }) => ({
    ...frame,
    contact: null,
    ...account,
    ...{ about, note },
    by: nameInMail(by.name),
    thread: thread.map((entry) => ({ ...entry, author: nameInMail(entry.author) })),
  }),
  template,
  replyTo: ({ by }) => by.email,
  samples: { "": PreviewProps },
});
