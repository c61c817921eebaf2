import { createHash } from "node:crypto";
import { SECRET_BYTES, toBase32 } from "@/lib/sign-in/second-factor/totp";
import type { DemoUser } from "./demo-world";

/** The demo passwords, printed by `npm start`. They comply with R8 and exist only in embedded mode. */
const PASSWORDS: Record<DemoUser["role"], string> = {
  administrator: "Registre-Ouvert-24",
  member: "Carnet-Partage-31",
  adviser: "Guichet-Attentif-12",
  manager: "Comptoir-Veille-58",
  operator: "Phare-Du-Large-77",
};

/**
 * The demo users. Camille has proven one address for two companies of the same supplier, Noé has identifiers at two
 * suppliers, one member must change a default password. Accounts on paper, without address or new have no user yet.
 */
export const demoUsers: readonly DemoUser[] = [
  customer("camille.lorme@perce-neige.example", "Camille Lorme", "mobilize-lease", "204118"),
  {
    ...customer("noe.baltard@perce-neige.example", "Noé Baltard", "mobilize-lease", "204118"),
    role: "member",
    password: PASSWORDS.member,
  },
  {
    ...customer("perce-neige-frigo", "Camille Lorme", "mobilize-lease", "204552"),
    email: "camille.lorme@perce-neige.example",
  },
  customer("sabine.gatineau@gatineau-roche.example", "Sabine Gâtineau", "mobilize-lease", "207301"),
  customer("irene.lunel@trois-lunes.example", "Irène Lunel", "mobilize-lease", "208840"),
  customer("flotte@brumaire.example", "Oscar Vendémiaire", "mobilize-lease", "212009"),
  {
    ...customer("brumaire-accueil", "Accueil Brumaire", "mobilize-lease", "212009"),
    role: "member",
    password: PASSWORDS.member,
    email: null,
    isEmailVerified: false,
    mustChangePassword: true,
  },
  customer("bounced+clef-de-sol@resend.dev", "Aristide Portée", "mobilize-lease", "214402"),
  customer("complained+pivoine@resend.dev", "Capucine Corolle", "mobilize-lease", "215118"),
  customer("compta@mie-de-lune.example", "Séraphine Fournil", "mobilize-lease", "216233"),
  customer("factures@fontaine-seche.example", "Ondin Robinet", "mobilize-lease", "217004"),
  {
    ...customer("perce-neige-dl", "Noé Baltard", "diac-location", "DL-48210"),
    email: "noe.baltard@perce-neige.example",
  },
  customer("compta@quatre-vents.example", "Aubin Mistral", "diac-location", "DL-48377"),
  customer("achats@lune-rousse.example", "Salomé Orbe", "express-colis", "EC-77140"),
  customer("librairie@encre-sympathique.example", "Firmin Vélin", "express-colis", "EC-77512"),
  staff("elsa.quimper@mobilize-lease.example", "Elsa Quimper", "adviser", "mobilize-lease"),
  staff("hugo.astier@mobilize-lease.example", "Hugo Astier", "manager", "mobilize-lease"),
  staff("lena.corbel@diac-location.example", "Léna Corbel", "adviser", "diac-location"),
  staff("paul.ravenel@diac-location.example", "Paul Ravenel", "manager", "diac-location"),
  staff("zoe.tamaris@express-colis.example", "Zoé Tamaris", "adviser", "express-colis"),
  staff("jean.sorbier@express-colis.example", "Jean Sorbier", "manager", "express-colis"),
  staff("exploitation@e-facture.example", "Exploitation", "operator", null),
];

function customer(identifier: string, name: string, supplier: string, customerNumber: string): DemoUser {
  return {
    identifier,
    name,
    email: identifier,
    isEmailVerified: true,
    password: PASSWORDS.administrator,
    role: "administrator",
    supplier,
    customerNumber,
    mustChangePassword: false,
    totpSecret: null,
  };
}

function staff(
  identifier: string,
  name: string,
  role: "adviser" | "manager" | "operator",
  supplier: string | null,
): DemoUser {
  return {
    identifier,
    name,
    email: identifier,
    isEmailVerified: true,
    password: PASSWORDS[role],
    role,
    supplier,
    customerNumber: null,
    mustChangePassword: false,
    totpSecret: demoSecret(identifier),
  };
}

/** The same on each machine, like the passwords: demo users exist only in embedded mode. */
function demoSecret(identifier: string): string {
  const digest = createHash("sha256").update(`second factor of ${identifier}`).digest();
  return toBase32(digest.subarray(0, SECRET_BYTES));
}
