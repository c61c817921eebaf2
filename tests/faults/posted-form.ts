import { unescapeAttribute } from "@/tests/support/unescape-attribute";

/** A browser without scripts whose only cookie is the session's. */
export interface Browser {
  url: string;
  cookie: string;
}

export interface FormAnswer {
  status: number;
  /** The page, when the answer was no redirect. */
  html: string;
}

/** Opens a page, fills in its form whose markup matches, and sends it like a browser without scripts. */
export async function postForm(
  browser: Browser,
  path: string,
  form: RegExp,
  typed: Record<string, string>,
): Promise<FormAnswer> {
  const page = await fetch(browser.url + path, { headers: { cookie: browser.cookie } });
  const html = await page.text();
  const found = (html.match(/<form\b.*?<\/form>/gs) ?? []).find((markup) => form.test(markup));
  if (!found) throw new Error(`${path} (${page.status}) has no form with ${form}.`);
  const body = new FormData();
  for (const [name, value] of fieldsOf(found)) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  const answer = await fetch(browser.url + path, {
    method: "POST",
    body,
    headers: { cookie: browser.cookie, origin: browser.url },
    redirect: "manual",
  });
  return { status: answer.status, html: await answer.text() };
}

/** The values that a browser sends without the user doing anything. */
function fieldsOf(markup: string): [string, string][] {
  return (markup.match(/<input\b[^>]*>/g) ?? []).flatMap((tag): [string, string][] => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute("name");
    const isChoice = /^(radio|checkbox)$/.test(attribute("type") ?? "text");
    if (name === undefined || (isChoice && !/ checked=""/.test(tag))) return [];
    return [[unescapeAttribute(name), unescapeAttribute(attribute("value") ?? "")]];
  });
}
