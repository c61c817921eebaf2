import type { Locale } from "@/lib/languages";
import type { MailSample } from "@/lib/mails/kinds/mail-sample";

/** The sample in another language. */
export function inLocale(sample: MailSample, locale: Locale): MailSample {
  return sample.changed((props) => ({ ...props, locale }));
}

/** Properties whose values the program defines (codes, dates, links), not people. */
const FIXED =
  /^(locale|timeZone|type|currency|totalWithVat|through|until|address|preference|change|cause|condition|job|role|effective|kind|topic|outcome|side|issuedOn|dueOn|brand|accent|fill|on|edge|\w+(On|At|By|Until|Url))$|^day$/;

/** The sample with every name, number, identifier and address written as `hostile`. */
export function withNames(sample: MailSample, hostile: string): MailSample {
  return sample.changed((props) => renamed(props, hostile));
}

function renamed<Value>(value: Value, hostile: string): Value {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? hostile : renamed(item, hostile))) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === "string" && !FIXED.test(name) ? hostile : renamed(item, hostile),
    ]),
  ) as Value;
}
