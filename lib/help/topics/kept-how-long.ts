import type { HelpTopic } from "./help-topic";

export const keptHowLong: HelpTopic = {
  slug: "kept-how-long",
  group: "invoices",
  fr: {
    question: "Combien de temps mes factures restent-elles disponibles ?",
    summary: "{months} mois après leur date d'émission. Archivez-les dès réception.",
    also: "durée conservation archivage {months} mois supprimée retirée délai obligation fiscale légale",
    answer: [
      "Une facture reste ici {months} mois à partir de sa date d'émission, jamais moins. Une facture déposée tard reste au moins {monthsAfterDeposit} mois.",
      "La loi vous demande de garder vos factures plus longtemps : archivez-les dès réception, et en tout cas avant ces {months} mois. Chaque facture dit jusqu'à quand elle est ici.",
      "Après, le fichier n'est plus sur le portail, mais son numéro, ses dates et son empreinte restent connus. [Votre conseiller](contact) peut vous envoyer un duplicata.",
    ],
  },
  en: {
    question: "How long do my invoices stay available?",
    summary: "{months} months after their issue date. Archive them when you receive them.",
    also: "duration retention archive {months} months deleted removed delay tax legal duty",
    answer: [
      "An invoice stays here {months} months from its issue date, never less. One that was deposited late stays at least {monthsAfterDeposit} months.",
      "The law asks you to keep your invoices longer: archive them when you receive them, and in any case before these {months} months. Each invoice says until when it is here.",
      "After that the file is no longer on the portal, but its number, dates and fingerprint stay known. [Your adviser](contact) can send you a duplicate.",
    ],
  },
};
