import type { DemoAccount, DemoBilling } from "./demo-world";
import { sirenFrom, vatNumberOf } from "./fictional-numbers";

const ELSA = {
  name: "Elsa Quimper",
  email: "elsa.quimper@mobilize-lease.example",
  phone: "01 99 00 10 42",
};

/** The accounts of invented companies: every preference, one on paper, one without an address, one never activated. */
export const demoAccounts: readonly DemoAccount[] = [
  account("mobilize-lease", "204118", ["Transports Perce-Neige SAS", "99920411"], {
    address: ["4 chemin de la Congère", "Combe-Fictive", "Service comptabilité"],
    email: "camille.lorme@perce-neige.example",
    preference: "digest",
    adviser: ELSA,
    // A growing fleet with recent contracts, so that three months of invoices fill more than one page.
    billing: lease([29, 25, 19, 16, 12, 10, 8, 7, 6, 5, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2]),
  }),
  account("mobilize-lease", "204552", ["Perce-Neige Frigo SARL", "99920455"], {
    address: ["6 chemin de la Congère", "Combe-Fictive"],
    email: "camille.lorme@perce-neige.example",
    preference: "link",
    adviser: ELSA,
    billing: lease([16, 9]),
  }),
  account("mobilize-lease", "207301", ["Maçonnerie Gâtineau-Roche SAS", "99920730"], {
    address: ["18 rue du Mortier-Bleu", "Saint-Exemple"],
    email: "sabine.gatineau@gatineau-roche.example",
    preference: "attachment",
    billing: lease([22, 6]),
  }),
  account("mobilize-lease", "208840", ["Cabinet vétérinaire des Trois-Lunes", "99920884"], {
    address: ["2 impasse du Hérisson", "Bourg-Supposé"],
    email: "irene.lunel@trois-lunes.example",
    preference: "none",
    billing: lease([14]),
  }),
  account("mobilize-lease", "210067", ["Boulangerie Levain & Fils", "99921006"], {
    address: ["9 place du Pétrin", "Mie-sur-Songe"],
    email: "fournil@levain-et-fils.example",
    preference: "none",
    channel: "paper",
    billing: lease([12]),
  }),
  account("mobilize-lease", "211515", ["Association Les Cigales Bleues", "99921151"], {
    address: ["Maison des associations", "Pré-Hypothétique"],
    email: null,
    preference: "none",
    billing: lease([10]),
  }),
  account("mobilize-lease", "212009", ["Énergies Brumaire SCIC", "99921200"], {
    address: ["40 avenue du Contre-Jour", "Clarté-la-Neuve", "Pôle flotte"],
    email: "flotte@brumaire.example",
    preference: "digest",
    adviser: ELSA,
    billing: {
      kind: "fleet",
      format: "ubl",
      payment: "credit_transfer",
      contractsSince: [27, 27, 24, 20, 20, 13, 9],
    },
  }),
  account("mobilize-lease", "213377", ["Menuiserie Rose-des-Vents SARL", "99921337"], {
    address: ["3 quai de la Boussole", "Cap-Imaginaire"],
    email: "atelier@rose-des-vents.example",
    preference: "link",
    activationUnusedDays: 21,
    billing: lease([2]),
  }),
  account("mobilize-lease", "214402", ["Serrurerie Clef-de-Sol SARL", "99921440"], {
    address: ["8 rue du Diapason", "Gamme-la-Feinte"],
    email: "bounced+clef-de-sol@resend.dev",
    preference: "link",
    mailTrouble: "bounced",
    billing: lease([3]),
  }),
  account("mobilize-lease", "215118", ["Fleurs Pivoine et Cie", "99921511"], {
    address: ["12 allée du Pollen", "Pétale-Irréel"],
    email: "complained+pivoine@resend.dev",
    preference: "link",
    mailTrouble: "complained",
    billing: lease([3]),
  }),
  account("mobilize-lease", "216233", ["Boulangerie Mie-de-Lune SARL", "99921623"], {
    address: ["6 place du Fournil", "Croûte-la-Rêvée"],
    email: "compta@mie-de-lune.example",
    preference: "link",
    mailTrouble: "mailbox_full",
    billing: lease([3]),
  }),
  account("mobilize-lease", "217004", ["Plomberie Fontaine-Sèche SAS", "99921700"], {
    address: ["19 chemin du Siphon", "Source-Inventée"],
    email: "factures@fontaine-seche.example",
    preference: "link",
    mailTrouble: "delayed",
    billing: lease([3]),
  }),
  account("diac-location", "DL-48210", ["Transports Perce-Neige SAS", "99920411"], {
    address: ["4 chemin de la Congère", "Combe-Fictive", "Service comptabilité"],
    email: "noe.baltard@perce-neige.example",
    preference: "link",
    billing: { ...lease([17, 12]), format: "cii" },
  }),
  account("diac-location", "DL-48377", ["Ateliers Quatre-Vents SARL", "99948377"], {
    address: ["27 route de la Girouette", "Roc-Inexistant"],
    email: "compta@quatre-vents.example",
    preference: "digest",
    billing: { ...lease([19]), payment: "credit_transfer", plainPdf: [1, 7] },
  }),
  account("diac-location", "DL-49001", ["Pharmacie du Beffroi-Rouge", "99949001"], {
    address: ["1 rue du Beffroi-Rouge", "Tour-Imaginée"],
    email: "contact@beffroi-rouge.example",
    preference: "attachment",
    // Its first invoice is of this week and triggers the activation mail.
    billing: lease([0]),
  }),
  account("express-colis", "EC-77140", ["Maison Lune-Rousse SAS", "99977142"], {
    address: ["5 cour des Papiers-Bulle", "Feuille-Fictive"],
    email: "achats@lune-rousse.example",
    preference: "link",
    billing: parcels(20),
  }),
  account("express-colis", "EC-77512", ["Librairie L’Encre sympathique", "99977512"], {
    address: ["11 passage du Buvard", "Page-Blanche"],
    email: "librairie@encre-sympathique.example",
    preference: "none",
    billing: parcels(13),
  }),
];

interface Details {
  address: [street: string, city: string, department?: string];
  email: string | null;
  preference: DemoAccount["preference"];
  channel?: DemoAccount["channel"];
  adviser?: DemoAccount["adviser"];
  activationUnusedDays?: number;
  mailTrouble?: DemoAccount["mailTrouble"];
  billing: DemoBilling;
}

function account(
  supplier: string,
  customerNumber: string,
  [name, sirenRoot]: [name: string, sirenRoot: string],
  details: Details,
): DemoAccount {
  const siren = sirenFrom(sirenRoot);
  const [street, city, department] = details.address;
  return {
    supplier,
    company: { name, siren, vatNumber: vatNumberOf(siren) },
    address: { street, postcode: "00000", city, ...(department !== undefined && { department }) },
    customerNumber,
    email: details.email,
    preference: details.preference,
    channel: details.channel ?? "electronic",
    adviser: details.adviser ?? null,
    ...(details.mailTrouble !== undefined && { mailTrouble: details.mailTrouble }),
    ...(details.activationUnusedDays !== undefined && { activationUnusedDays: details.activationUnusedDays }),
    billing: details.billing,
  };
}

/** One vehicle per contract; each number is the months since the start of a contract. */
function lease(contractsSince: number[]): DemoBilling {
  return { kind: "per_vehicle", format: "facturx", payment: "direct_debit", contractsSince };
}

/** One parcel contract, which started this many months ago. */
function parcels(monthsAgo: number): DemoBilling {
  return {
    kind: "parcels",
    format: "facturx",
    payment: "credit_transfer",
    contractsSince: [monthsAgo],
  };
}
