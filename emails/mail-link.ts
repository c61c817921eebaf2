import { mailtoHref } from "@/lib/mail-address";

declare const checked: unique symbol;

/**
 * An absolute http(s) URL, normalized by the URL standard. Only `webLink` makes one, so the compiler refuses a plain
 * string as the link or image of a mail.
 */
export type WebLink = string & { readonly [checked]: "web" };

/** A `mailto:` link to one address; only `mailtoLink` makes one. */
export type MailtoLink = string & { readonly [checked]: "mailto" };

/** Checks and normalizes a URL. Throws if it is not absolute http(s), which is an error of the portal. */
export function webLink(url: string): WebLink {
  if (isHttp(url) && URL.canParse(url)) {
    const { href } = new URL(url);
    if (isHttp(href)) return href;
  }
  throw new TypeError("A link in a mail is not an absolute http(s) URL.");
}

/** Makes a link that opens the reader's mail program. It is encoded, so that the address cannot add mail headers. */
export function mailtoLink(address: string): MailtoLink {
  const link: string = mailtoHref(address);
  if (isMailto(link)) return link;
  throw new TypeError("A mailto link has no address.");
}

const isHttp = (url: string): url is WebLink => /^https?:\/\//.test(url);

const isMailto = (url: string): url is MailtoLink => url.startsWith("mailto:");
