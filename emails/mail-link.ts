declare const checked: unique symbol;

/**
 * An absolute http(s) URL as the URL standard writes it. Only `webLink` makes one, so the compiler refuses a plain string
 * where a mail links to a page or loads an image.
 */
export type WebLink = string & { readonly [checked]: "web" };

/** A `mailto:` link to one address; only `mailtoLink` makes one. */
export type MailtoLink = string & { readonly [checked]: "mailto" };

/** Checks and normalizes a URL. Throws when it is not absolute http(s): the portal made a wrong link. */
export function webLink(url: string): WebLink {
  if (isHttp(url) && URL.canParse(url)) {
    const { href } = new URL(url);
    if (isHttp(href)) return href;
  }
  throw new TypeError("A link in a mail is not an absolute http(s) URL.");
}

/** A link that opens the reader's mail program; whatever the address contains cannot add a header to the mail. */
export function mailtoLink(address: string): MailtoLink {
  const link = `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
  if (isMailto(link)) return link;
  throw new TypeError("A mailto link has no address.");
}

const isHttp = (url: string): url is WebLink => /^https?:\/\//.test(url);

const isMailto = (url: string): url is MailtoLink => url.startsWith("mailto:");
