import type { HelpTopic } from "./help-topic";

export const downloadMany: HelpTopic = {
  slug: "download-many",
  group: "invoices",
  fr: {
    question: "Comment télécharger toutes les factures d'un mois, ou de l'année ?",
    summary: "Filtrez la liste, puis téléchargez tout ce qui correspond en un seul fichier ZIP.",
    also: "export exporter zip archive lot masse comptabilité excel xlsx csv tableur enregistrer sauvegarder",
    answer: [
      {
        steps: [
          "Dans [la liste](invoices), choisissez la période, et ce que vous voulez d'autre : type, contrat, véhicule, montant.",
          "Téléchargez ce qui correspond : le nombre de factures est écrit sur le bouton. Ou cochez des factures : une barre dit leur total, et les télécharge.",
        ],
      },
      "Le fichier ZIP contient les originaux, avoirs compris, un index pour tableur, et leurs empreintes pour vérifier que rien n'a changé. L'index seul existe aussi, en CSV et en XLSX.",
      "Archivez ces fichiers chez vous : les factures quittent le portail {months} mois après leur date d'émission.",
    ],
  },
  en: {
    question: "How do I download all the invoices of a month, or of the year?",
    summary: "Filter the list, then download all that matches as one ZIP file.",
    also: "export zip archive batch bulk accounting excel xlsx csv spreadsheet save backup",
    answer: [
      {
        steps: [
          "In [the list](invoices), choose the period, and whatever else you want: type, contract, vehicle, amount.",
          "Download what matches: the number of invoices is written on the button. Or tick invoices: a bar says their total, and downloads them.",
        ],
      },
      "The ZIP file holds the originals, credit notes included, an index for spreadsheets, and their fingerprints to check that nothing changed. The index alone exists too, as CSV and XLSX.",
      "Archive these files at your place: invoices leave the portal {months} months after their issue date.",
    ],
  },
};
