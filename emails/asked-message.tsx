import type { Locale } from "@/lib/languages";
import type { Asked } from "./asked";
import { Paragraph, SectionTitle } from "./mail-band";
import { mailWords } from "./mail-words";

/** The message of a request, line by line. */
export function AskedMessage({ asked, locale }: { asked: Asked; locale: Locale }) {
  if (asked.message.length === 0) return null;
  return (
    <>
      <SectionTitle>{mailWords(locale)("request.message")}</SectionTitle>
      {asked.message.map((line, at) => (
        <Paragraph key={at}>{line}</Paragraph>
      ))}
    </>
  );
}
