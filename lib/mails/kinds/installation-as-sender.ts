import { env } from "@/lib/env";
import type { MailSupplier } from "./queued-parts";

const NAME = "E-Facture";

/** The installation as the sender of mails to operators: EMAIL_FROM, no supplier's name, colours of the portal. */
export function installationAsSender(): MailSupplier {
  const { name, address } = readSender(
    env().EMAIL_FROM ?? `${NAME} <no-reply@${new URL(env().APP_URL).hostname}>`,
  );
  return {
    slug: "",
    name: NAME,
    brandColor: "#1b2a33",
    senderName: name || NAME,
    senderAddress: address,
    replyTo: address,
    contactEmail: address,
    contactPhone: "",
    timeZone: "Europe/Paris",
  };
}

/** Reads `Name <address>`, or an address alone. */
function readSender(text: string): { name: string; address: string } {
  const at = text.indexOf("<");
  if (at < 0) return { name: "", address: text.trim() };
  return {
    name: text.slice(0, at).trim(),
    address: text
      .slice(at + 1)
      .replace(">", "")
      .trim(),
  };
}
