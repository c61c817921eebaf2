import type { MessageOutcome, QuestionTopic, RequestKind, RequestState } from "@/lib/request-choices";

/** A request of the demo, with its thread. Times are hours before the demo was loaded. */
export interface DemoRequest {
  customerNumber: string;
  /** The identifier of the user who asks. */
  by: string;
  hoursAgo: number;
  kind: RequestKind;
  topic?: QuestionTopic;
  /**
   * The invoice that the request is about, as its position in the account's invoices, newest first, from 0; or the
   * number of a removed document.
   */
  invoice?: number;
  document?: string;
  wanted?: { address?: string; preference?: "attachment" | "link" | "digest" };
  text: string;
  state: RequestState;
  /** The identifier of the member of staff who takes care of it. */
  assignee?: string;
  thread?: { by: string; hoursAgo: number; text: string; outcome?: MessageOutcome }[];
}

const CAMILLE = "camille.lorme@perce-neige.example";
const NOE = "noe.baltard@perce-neige.example";
const SABINE = "sabine.gatineau@gatineau-roche.example";
const OSCAR = "flotte@brumaire.example";
const ELSA = "elsa.quimper@mobilize-lease.example";
const HUGO = "hugo.astier@mobilize-lease.example";

/** The requests of the first supplier's customers: some are waiting, and some were answered. */
export const demoRequests: readonly DemoRequest[] = [
  {
    ...{
      customerNumber: "204118",
      by: CAMILLE,
      hoursAgo: 75,
      kind: "question",
      topic: "vehicle",
      invoice: 2,
    },
    text: "Le véhicule de remplacement a été rendu le 3 du mois.\nL’avoir en tient-il compte ?",
    ...{ state: "open", assignee: ELSA },
    thread: [
      {
        by: ELSA,
        hoursAgo: 52,
        text: "Bonjour Camille Lorme,\n\nJe le vérifie auprès de l’atelier et je reviens vers vous.\n\nElsa Quimper",
      },
      { by: NOE, hoursAgo: 49, text: "Merci. Le procès-verbal de restitution est signé du 3, à 9 h." },
    ],
  },
  {
    ...{ customerNumber: "207301", by: SABINE, hoursAgo: 53, kind: "notification_change" },
    wanted: { preference: "digest" },
    text: "Un seul mail par jour nous suffit désormais.",
    state: "open",
  },
  {
    ...{ customerNumber: "212009", by: OSCAR, hoursAgo: 30, kind: "question", topic: "amount", invoice: 0 },
    text: "Le total ne correspond pas à notre bon de commande : il manque la remise de flotte.",
    state: "open",
  },
  {
    ...{ customerNumber: "204118", by: NOE, hoursAgo: 27, kind: "duplicate", document: "FT-2024-080112" },
    text: "Pour notre commissaire aux comptes.",
    state: "open",
  },
  {
    ...{
      customerNumber: "204118",
      by: CAMILLE,
      hoursAgo: 410,
      kind: "question",
      topic: "period",
      invoice: 6,
    },
    text: "La période facturée va-t-elle jusqu’à la fin du mois ?",
    ...{ state: "answered", assignee: ELSA },
    thread: [{ by: ELSA, hoursAgo: 392, text: "Oui, jusqu’au dernier jour du mois inclus." }],
  },
  {
    ...{ customerNumber: "212009", by: OSCAR, hoursAgo: 700, kind: "notification_change" },
    ...{ wanted: { preference: "digest" }, text: "" },
    ...{ state: "accepted", assignee: HUGO },
    thread: [{ by: HUGO, hoursAgo: 680, text: "C’est fait.", outcome: "accepted" }],
  },
];

/** Two ready-made answers of the first supplier. */
export const demoTemplates: readonly { title: string; texts: Record<"fr" | "en", string> }[] = [
  {
    title: "Montant vérifié",
    texts: {
      fr: "Bonjour {name},\n\nNous avons vérifié la facture {number} : son montant est celui de votre contrat.\n\nBien à vous,\n{adviser}",
      en: "Hello {name},\n\nWe have checked invoice {number}: its amount is that of your contract.\n\nKind regards,\n{adviser}",
    },
  },
  {
    title: "Nous vérifions",
    texts: {
      fr: "Bonjour {name},\n\nVotre question sur {number} est bien arrivée. Nous vérifions et revenons vers vous.\n\n{adviser}",
      en: "Hello {name},\n\nYour question about {number} has arrived. We are checking and will come back to you.\n\n{adviser}",
    },
  },
];

/** The contacts to whom the first supplier's staff may pass requests on. */
export const demoContacts: readonly { name: string; email: string }[] = [
  { name: "Atelier de Port-Imaginaire", email: "atelier@mobilize-lease.example" },
];
