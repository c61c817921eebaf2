import type { MailSample } from "@/scripts/email-preview/mail-samples";

/** The sample in another language. */
export function inLocale<Sample extends MailSample>(sample: Sample, locale: "fr" | "en"): Sample {
  return { ...sample, props: { ...sample.props, locale } };
}

/** Properties that hold a word of the program or a fact in a fixed form, not words of people. */
const FIXED =
  /^(locale|timeZone|type|currency|totalWithVat|through|until|address|preference|role|effective|issuedOn|dueOn|brand|accent|fill|on|edge|\w+(On|At|By|Until|Url))$|^day$/;

/** The sample with every name, number, identifier and address written as `hostile`. */
export function withNames<Sample extends MailSample>(sample: Sample, hostile: string): Sample {
  return { ...sample, props: renamed(sample.props, hostile) };
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
