import type { HelpTopic } from "./help-topic";

export const genuineMails: HelpTopic = {
  slug: "genuine-mails",
  group: "security",
  fr: {
    question: "Ce mail vient-il vraiment de {supplier} ?",
    summary: "Nos mails viennent de {sender} et ne demandent jamais votre mot de passe.",
    also: "phishing hameçonnage arnaque fraude faux suspect expéditeur sécurité virus",
    answer: [
      {
        list: [
          "L'expéditeur est **{sender}**.",
          "Nos mails n'indiquent ni ne demandent jamais de mot de passe, et ne réclament aucun paiement.",
          "Leurs liens mènent à ce portail. En cas de doute, n'ouvrez pas le lien : venez ici par [la page de connexion](signIn), la facture y est.",
        ],
      },
      "Un lien direct vers une facture l'ouvre à quiconque le reçoit, pendant {directLinkMonths} mois : ne transférez ces mails qu'à des personnes de confiance.",
      "Un mail vous paraît suspect ? Prévenez [votre conseiller](contact).",
    ],
  },
  en: {
    question: "Does this mail really come from {supplier}?",
    summary: "Our mails come from {sender} and never ask for your password.",
    also: "phishing scam fraud fake suspicious sender security virus",
    answer: [
      {
        list: [
          "The sender is **{sender}**.",
          "Our mails never hold or ask for a password, and never ask for a payment.",
          "Their links lead to this portal. When in doubt do not open the link: come here through [the sign-in page](signIn), the invoice is there.",
        ],
      },
      "A direct link to an invoice opens it for whoever receives it, for {directLinkMonths} months: forward these mails only to people you trust.",
      "A mail looks suspicious? Tell [your adviser](contact).",
    ],
  },
};
