import type { OutgoingMail } from "@/lib/mails/transports/outgoing-mail";

/** An ordinary mail with the changes of a test. */
export function sampleMail(special: Partial<OutgoingMail>): OutgoingMail {
  return {
    from: { name: "Mobilize Lease", address: "factures@lease.example" },
    replyTo: "service-clients@lease.example",
    to: "compta@transports-durand.example",
    subject: "Votre facture FT-2026-000042 est disponible",
    html: "<!doctype html>\n<html><head></head><body><p>Bonjour</p></body></html>\n",
    text: "Bonjour\n",
    headers: {},
    attachments: [],
    ...special,
  };
}
