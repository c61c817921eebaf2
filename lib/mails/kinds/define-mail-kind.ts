import type { z } from "zod";
import type { MailFrame } from "@/emails/mail-frame";
import { type MailTemplate, type RenderedMail, renderTemplate } from "@/lib/mails/writing/render-template";
import type { TokenPurpose } from "@/lib/tokens/life-spans";
import { type MailSample, mailSample } from "./mail-sample";
import type { MailSupplier, QueuedLink, QueuedOriginal } from "./queued-parts";
import { type DeriveSecret, type MailRow, type RenderContext, renderContext } from "./render-context";

/** The fields common to the rows of all kinds. Their meaning is the same in all, because the outbox reads them. */
export interface QueuedBase {
  supplier: MailSupplier;
  /** The token of a single-use link. Its secret is derived when the mail is rendered: no row contains a secret. */
  tokenId?: string;
  /** A direct link to invoices; null when the mail leads through sign-in. */
  link?: QueuedLink | null;
  /** The file of the invoice that the mail is about. */
  original?: QueuedOriginal;
}

interface KindFacts<Kind extends string> {
  kind: Kind;
  /**
   * `account`: sent to the notification address of an account and not to a certain person; readdressed when that
   * address changes, and not sent after a complaint or when the account is not mailable. `person`: sent to one person,
   * who requested it or must be informed.
   */
  sentTo: "account" | "person";
  /**
   * True when a user waits for it in front of the screen, or an operator must act: it is sent before all others, in a
   * separate request.
   */
  isUrgent: boolean;
  /**
   * Whether it waits while its supplier is suspended or its mails are paused. `first`: only the first mail, which follows
   * a deposit; later ones were asked for. `never`: somebody waits for it, or it warns of a changed access.
   */
  waitsInPause: "always" | "first" | "never";
  /** The users of the account who see it in the list of recent mails, besides the user it was sent to. */
  listedFor: "account" | "administrators" | "nobody";
}

interface MailKindSpec<
  Kind extends string,
  Queued extends QueuedBase,
  Props extends MailFrame,
> extends KindFacts<Kind> {
  /** The purpose of the token of its link. */
  tokenPurpose?: TokenPurpose;
  /** The data stored when it is queued: enough to render the same bytes at each try. */
  queued: z.ZodType<Queued>;
  toProps(queued: Queued, context: RenderContext): NoInfer<Props>;
  template: MailTemplate<Props>;
  /** The address for replies; null or absent: that of the supplier. */
  replyTo?(queued: Queued): string | null;
  /** Sample props, each with a suffix to the sample's name; if absent, the only sample is the template's preview. */
  samples?: Readonly<Record<string, NoInfer<Props>>>;
}

/** A kind whose rows contain a token must give its purpose; other kinds must not. */
type TokenRule<Queued> = Queued extends { tokenId: string }
  ? { tokenPurpose: TokenPurpose }
  : { tokenPurpose?: never };

/** The content of a mail's row, read by its kind. */
export interface MailContent {
  supplier: MailSupplier;
  tokenId: string | null;
  /** The id of its direct link. */
  linkId: string | null;
  /** The file to attach. */
  attachment: QueuedOriginal | null;
  replyTo: string;
  render(mail: MailRow, deriveSecret: DeriveSecret): RenderedMail;
}

/** A kind of mail, as used by the outbox, the lists, the preview and the tests. */
export interface MailKindDefinition<
  Kind extends string = string,
  Queued extends QueuedBase = QueuedBase,
> extends KindFacts<Kind> {
  tokenPurpose: TokenPurpose | null;
  queued: z.ZodType<Queued>;
  /** Reads the stored props of a row; null when they do not match the schema of the kind. */
  read(props: unknown): MailContent | null;
  samples: readonly MailSample[];
}

/** Defines one kind of mail; each has a file in this folder and an entry in `mail-kinds.ts`. */
export function defineMailKind<const Kind extends string, Queued extends QueuedBase, Props extends MailFrame>(
  spec: MailKindSpec<Kind, Queued, Props> & TokenRule<Queued>,
): MailKindDefinition<Kind, Queued> {
  const { kind, sentTo, isUrgent, waitsInPause, listedFor, template } = spec;
  const samples = spec.samples ?? { "": template.PreviewProps };
  return {
    kind,
    sentTo,
    isUrgent,
    waitsInPause,
    listedFor,
    tokenPurpose: spec.tokenPurpose ?? null,
    queued: spec.queued,
    read(props) {
      const read = spec.queued.safeParse(props);
      return read.success ? contentOf(spec, read.data) : null;
    },
    samples: Object.entries(samples).map(([ending, props]) => {
      const name = `${kind.replaceAll("_", "-")}${ending && `-${ending}`}`;
      return mailSample({ name, kind }, template, props);
    }),
  };
}

function contentOf<Kind extends string, Queued extends QueuedBase, Props extends MailFrame>(
  spec: MailKindSpec<Kind, Queued, Props>,
  queued: Queued,
): MailContent {
  const { supplier, tokenId, link, original } = queued;
  return {
    supplier,
    tokenId: tokenId ?? null,
    linkId: link?.id ?? null,
    attachment: original?.isAttached ? original : null,
    replyTo: spec.replyTo?.(queued) ?? supplier.replyTo,
    render: (mail, deriveSecret) =>
      renderTemplate(spec.template, spec.toProps(queued, renderContext(supplier, mail, deriveSecret))),
  };
}
