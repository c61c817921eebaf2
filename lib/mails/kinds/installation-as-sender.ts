import { installationSender, PORTAL_NAME } from "@/lib/suppliers/sending-address";
import type { MailSupplier } from "./queued-parts";

/** The installation as the sender of mails to operators: EMAIL_FROM, no supplier's name, colours of the portal. */
export function installationAsSender(): MailSupplier {
  const { name, address } = installationSender();
  return {
    slug: "",
    name: PORTAL_NAME,
    brandColor: "#1b2a33",
    senderName: name || PORTAL_NAME,
    senderAddress: address,
    replyTo: address,
    contactEmail: address,
    contactPhone: "",
    timeZone: "Europe/Paris",
    logo: null,
    tradeWords: {},
  };
}
