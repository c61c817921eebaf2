import type { Locale } from "@/lib/languages";
import { Paragraph, SectionTitle } from "./mail-band";
import { mailWords } from "./mail-words";

/** A written message line by line, below its title; nothing when there is no message. */
export function MessageLines({ lines, locale }: { lines: readonly string[]; locale: Locale }) {
  if (lines.length === 0) return null;
  return (
    <>
      <SectionTitle>{mailWords(locale)("request.message")}</SectionTitle>
      {lines.map((line, index) => (
        <Paragraph key={index}>{line}</Paragraph>
      ))}
    </>
  );
}
