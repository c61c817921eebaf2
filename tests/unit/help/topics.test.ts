import { describe, expect, it } from "vitest";
import { type HelpFacts, helpFacts } from "@/lib/help/help-facts";
import { helpHref } from "@/lib/help/help-places";
import { HELP_TOPICS } from "@/lib/help/help-topics";
import { listHelp, openHelp } from "@/lib/help/open-help";
import { plain, type ReadBlock } from "@/lib/help/read-help-text";
import type { HelpBlock, HelpTopic } from "@/lib/help/topics/help-topic";
import { HELP_GROUPS } from "@/lib/help/topics/help-topic";
import { LOCALES } from "@/lib/languages";
import { helpSupplier } from "./help-supplier";

const facts = (change = {}): HelpFacts => helpFacts(helpSupplier(change), "fr");

const textsOf = (block: HelpBlock): readonly string[] => {
  if (typeof block === "string") return [block];
  if ("title" in block) return [block.title];
  if ("steps" in block) return block.steps;
  return "list" in block ? block.list : [block.text];
};
const everyText = (topic: HelpTopic) =>
  LOCALES.flatMap((locale) => {
    const { question, summary, answer } = topic[locale];
    return [question, summary, ...answer.flatMap(textsOf)];
  });
const placesIn = (texts: readonly string[]) =>
  texts.flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, place = ""]) => place));
const shownText = (block: ReadBlock) =>
  block.kind === "title"
    ? block.text
    : block.kind === "text"
      ? plain(block.pieces)
      : block.items.map(plain).join("\n");

describe("the questions of the help", () => {
  it("each have a separate address, a group, and an answer in both languages", () => {
    const slugs = HELP_TOPICS.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const topic of HELP_TOPICS) {
      expect(topic.slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(HELP_GROUPS).toContain(topic.group);
      for (const locale of LOCALES) {
        const words = topic[locale];
        for (const text of [words.question, words.summary, words.also])
          expect(text.trim(), topic.slug).not.toBe("");
        expect(words.answer.length, topic.slug).toBeGreaterThan(0);
      }
    }
    for (const group of HELP_GROUPS) expect(HELP_TOPICS.some((topic) => topic.group === group)).toBe(true);
  });

  it("have the same blocks and the same links in both languages", () => {
    const shape = (blocks: readonly HelpBlock[]) =>
      blocks.map((block) => ({
        kind: typeof block === "string" ? "text" : Object.keys(block).join(" "),
        places: textsOf(block).map((text) => placesIn([text])),
      }));
    for (const topic of HELP_TOPICS)
      expect(shape(topic.en.answer), topic.slug).toEqual(shape(topic.fr.answer));
  });

  it("link to places that exist", () => {
    const before = facts({ startsOn: "2022-12-02", formerPortalUrl: "https://e-fact.example" });
    const places = HELP_TOPICS.flatMap((topic) => placesIn(everyText(topic)));
    for (const place of places)
      expect(helpHref(place, before), place).toEqual(expect.stringMatching(/^[/#h]/));
    expect(helpHref("topic:nothing", facts())).toBeUndefined();
    expect(helpHref("nowhere", facts())).toBeUndefined();
  });

  it("use values that the supplier has, and leave no placeholder", () => {
    for (const locale of LOCALES)
      for (const { slug } of HELP_TOPICS) {
        const answer = openHelp(slug, helpSupplier(), locale);
        const shown = [answer?.question, answer?.summary, ...(answer?.blocks ?? []).map(shownText)].join(
          "\n",
        );
        expect(shown, slug).not.toMatch(/[{}]|\*\*|\]\(|undefined|'/);
        if (locale === "fr")
          expect(shown, slug).not.toMatch(/ [:;?!»%]|« |[^\s«]\u00a0?[?!»](?<! .)(?<!\u00a0.)/);
      }
  });

  it("contain this supplier's name, its sender and how long it keeps invoices", () => {
    const supplier = helpSupplier({ name: "[Loueur](recover) **Ess@i**", retentionMonths: 36 });
    const [about, kept, mail] = ["about", "kept-how-long", "genuine-mails"].map((slug) =>
      openHelp(slug, supplier, "fr"),
    );
    expect(about?.summary).toContain("[Loueur](recover) **Ess@i**");
    expect(kept?.summary).toContain("36\u00a0mois");
    expect(mail?.summary).toContain("mails@loueur.example");
  });

  it("name the former portal if there was one", () => {
    const shown = (change: object) =>
      (openHelp("missing-invoice", helpSupplier(change), "fr")?.blocks ?? []).map(shownText).join("\n");
    const before = {
      startsOn: "2022-12-02",
      formerPortalName: "E-Fact",
      formerPortalUrl: "https://e-fact.example",
    };
    expect(shown(before)).toContain("Émise avant le 02/12/2022, elle est dans E-Fact");
    expect(shown({})).not.toMatch(/Émise avant|ancien portail/);
  });

  it("follow the order of the FAQ for a missing invoice: identifier, display history, then the adviser", () => {
    const steps = openHelp("missing-invoice", helpSupplier(), "fr")?.blocks.find(
      (block) => block.kind === "steps",
    );
    const hrefs = (steps && "items" in steps ? steps.items : []).map((pieces) =>
      pieces.flatMap((piece) => (piece.kind === "link" ? [piece.href] : [])),
    );
    expect(hrefs).toEqual([
      ["/invoices", "/loueur/help/other-supplier"],
      ["/invoices?from=1900-01-01", "/profile/display"],
      ["/loueur/help/kept-how-long"],
      ["#contact"],
    ]);
  });

  it("are all in the list, each once, under its group", () => {
    const listed = listHelp(helpSupplier(), "en").flatMap(({ entries }) => entries.map(({ slug }) => slug));
    expect(listed.toSorted()).toEqual(HELP_TOPICS.map(({ slug }) => slug).toSorted());
    expect(openHelp("nothing", helpSupplier(), "en")).toBeNull();
    expect(openHelp("constructor", helpSupplier(), "en")).toBeNull();
  });
});
