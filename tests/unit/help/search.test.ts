import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HELP_TOPICS } from "@/lib/help/help-topics";
import { findHelp } from "@/lib/help/open-help";
import type { Locale } from "@/lib/languages";
import { helpSupplier } from "./help-supplier";

const found = (words: string, locale: Locale = "fr") =>
  findHelp(words, helpSupplier(), locale).map(({ slug }) => slug);

describe("searching the help", () => {
  it("uses only the first words of a long question", () => {
    const noise = Array.from({ length: 11 }, (_, index) => `zq${"abcdefghijk"[index]}`).join(" ");
    expect(found(`${noise} hameçonnage`)[0]).toBe("genuine-mails");
    expect(found(`${noise} zql hameçonnage`)).toEqual([]);
  });

  it.each([
    ["mot de passe oublié", "forgotten-password"],
    ["MOT DE PASSE OUBLIE", "forgotten-password"],
    ["mdp perdu", "forgotten-password"],
    ["Où est mon identifiant ?", "find-identifier"],
    ["mon login", "find-identifier"],
    ["facture absente", "missing-invoice"],
    ["je ne trouve pas ma facture, introuvable", "missing-invoice"],
    ["factures masquées", "missing-invoice"],
    ["historique d’affichage", "missing-invoice"],
    ["pas reçu le mail de ma dernière facture", "no-notification-mail"],
    ["spam boîte pleine", "no-notification-mail"],
    ["mail d'activation pas reçu", "no-activation-mail"],
    ["changer d'adresse mail", "change-notification"],
    ["départ d'un collègue", "change-notification"],
    ["ajouter un utilisateur", "add-colleague"],
    ["donner accès à mon comptable", "add-colleague"],
    ["hameçonnage", "genuine-mails"],
    ["exporter en Excel", "download-many"],
    ["24 mois", "kept-how-long"],
    ["courrier postal", "paper"],
    ["téléphone du support", "who-to-ask"],
    ["autre fournisseur", "other-supplier"],
    ["ancien portail", "older-invoices"],
  ])("for « %s » finds %s first", (words, slug) => {
    expect(found(words)[0]).toBe(slug);
  });

  it.each([
    ["forgotten password", "forgotten-password"],
    ["missing invoice", "missing-invoice"],
    ["give a colleague access", "add-colleague"],
    ["phishing", "genuine-mails"],
    ["junk folder", "no-notification-mail"],
  ])("in English, for “%s” finds %s", (words, slug) => {
    expect(found(words, "en")).toContain(slug);
  });

  it("ignores accents, case, plurals, apostrophes and ligatures", () => {
    const answers = ["récupération", "RECUPERATION", "récupérations", "re\u0301cupe\u0301ration"].map(
      (words) => found(words),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(found("l’identifiant")).toEqual(found("l'identifiant"));
  });

  it("also searches the supplier's own facts", () => {
    expect(found("mails@loueur.example")).toContain("genuine-mails");
  });

  it("finds topics with some of the words when none has all, and nothing for unknown words", () => {
    expect(found("duplicata zzyzx")[0]).toBe(found("duplicata")[0]);
    expect(found("zzyzx")).toEqual([]);
    for (const empty of ["", "   ", "le la les de", "???", "e"]) expect(found(empty)).toEqual([]);
  });

  it("answers any text with existing questions, each once", () => {
    const slugs = HELP_TOPICS.map(({ slug }) => slug);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (words) => {
        const answer = found(words);
        expect(new Set(answer).size).toBe(answer.length);
        for (const slug of answer) expect(slugs).toContain(slug);
      }),
      { numRuns: 50 },
    );
  });
});
