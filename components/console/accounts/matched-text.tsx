import { matchedPart } from "@/lib/accounts/search/matched-part";

/** A text in which the searched words are highlighted where they begin a word. */
export function MatchedText({ text, q }: { text: string; q: string }) {
  const part = q === "" ? null : matchedPart(text, q);
  if (!part) return text;
  return (
    <>
      {text.slice(0, part.from)}
      <mark>{text.slice(part.from, part.to)}</mark>
      {text.slice(part.to)}
    </>
  );
}
