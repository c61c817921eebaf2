import type { Locale } from "@/lib/languages";
import { Paragraph, SectionTitle } from "./mail-band";
import { mailWords } from "./mail-words";
import type { RequestContent } from "./request-content";

/** The message of a request, line by line. */
export function RequestMessage({ asked, locale }: { asked: RequestContent; locale: Locale }) {
  if (asked.message.length === 0) return null;
  return (
    <>
      <SectionTitle>{mailWords(locale)("request.message")}</SectionTitle>
      {asked.message.map((line, index) => (
        <Paragraph key={index}>{line}</Paragraph>
      ))}
    </>
  );
}
