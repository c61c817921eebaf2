import { matchedPart } from "@/lib/accounts/search/matched-part";

/** A text in which what was searched for is highlighted, where it is found at the beginning of a word. */
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
