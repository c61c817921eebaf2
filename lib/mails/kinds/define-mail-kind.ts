import type { z } from "zod";
import type { MailFrame } from "@/emails/mail-frame";
import { type MailTemplate, type RenderedMail, renderTemplate } from "@/lib/mails/writing/render-template";
import type { TokenPurpose } from "@/lib/tokens/life-spans";
import { type MailSample, mailSample } from "./mail-sample";
import type { MailSupplier, QueuedLink, QueuedOriginal } from "./queued-parts";
import { type MailRow, type RenderContext, renderContext, type SecretOf } from "./render-context";

/** What the row of every mail holds. These names mean the same in all kinds: the outbox reads them. */
export interface QueuedBase {
  supplier: MailSupplier;
  /** The token of a link that works once. Its secret is derived when the mail is rendered: no row holds a secret. */
  tokenId?: string;
  /** A direct link to invoices; null when the mail leads through sign-in. */
  link?: QueuedLink | null;
  /** The file of the invoice that the mail is about. */
  original?: QueuedOriginal;
}

interface KindFacts<Kind extends string> {
  kind: Kind;
  /**
   * `invoices`: goes to the notification address of an account, whoever reads it, follows a change of that address and
   * stops when its reader complains or the account may not be mailed. `person`: goes to one person, who waits for it or
   * must know.
   */
  about: "invoices" | "person";
  /** Somebody waits for it in front of a screen: it is sent before all others, in a request of its own. */
  isUrgent: boolean;
  /** Who of the account sees it in the list of recent mails, besides the user it was sent to. */
  listedFor: "account" | "administrators" | "nobody";
}

interface MailKindSpec<
  Kind extends string,
  Queued extends QueuedBase,
  Props extends MailFrame,
> extends KindFacts<Kind> {
  /** What the token of its link is for. */
  tokenPurpose?: TokenPurpose;
  /** What is stored when it is queued: enough to render the same bytes at every try. */
  queued: z.ZodType<Queued>;
  toProps(queued: Queued, context: RenderContext): NoInfer<Props>;
  template: MailTemplate<Props>;
  /** Who gets the answers, where that is not the supplier. */
  replyTo?(queued: Queued): string | null;
  /** Variants of the mail, by what is added to the kind's name; without them the template's preview is the sample. */
  samples?: Readonly<Record<string, NoInfer<Props>>>;
}

/** A kind whose rows hold a token says what it is for; the others cannot. */
type TokenRule<Queued> = Queued extends { tokenId: string }
  ? { tokenPurpose: TokenPurpose }
  : { tokenPurpose?: never };

/** What a mail's row holds, as its kind reads it. */
export interface MailContent {
  supplier: MailSupplier;
  tokenId: string | null;
  /** The id of its direct link. */
  linkId: string | null;
  /** The file to attach. */
  attachment: QueuedOriginal | null;
  replyTo: string;
  render(mail: MailRow, secretOf: SecretOf): RenderedMail;
}

/** A kind of mail, as the outbox, the lists, the preview and the tests see it. */
export interface MailKindDefinition<
  Kind extends string = string,
  Queued extends QueuedBase = QueuedBase,
> extends KindFacts<Kind> {
  tokenPurpose: TokenPurpose | null;
  queued: z.ZodType<Queued>;
  /** Null when the kind does not understand what the row holds. */
  read(props: unknown): MailContent | null;
  samples: readonly MailSample[];
}

/** Ties together what one kind of mail is; each has a file of this folder and stands in `mail-kinds.ts`. */
export function defineMailKind<const Kind extends string, Queued extends QueuedBase, Props extends MailFrame>(
  spec: MailKindSpec<Kind, Queued, Props> & TokenRule<Queued>,
): MailKindDefinition<Kind, Queued> {
  const { kind, about, isUrgent, listedFor, template } = spec;
  const samples = spec.samples ?? { "": template.PreviewProps };
  return {
    kind,
    about,
    isUrgent,
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
    render: (mail, secretOf) =>
      renderTemplate(spec.template, spec.toProps(queued, renderContext(supplier, mail, secretOf))),
  };
}
