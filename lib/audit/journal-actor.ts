/** A user in the journal: the identifier at the time of the event, and the current name, "" for none (security T33). */
export interface JournalPerson {
  identifier: string;
  name: string;
}

/** Who acted: a user, a supplier key by its name, or the portal itself. */
export type JournalActor =
  ({ kind: "user" } & JournalPerson) | { kind: "key"; name: string } | { kind: "portal" };

interface ActorColumns {
  actorKind: string;
  actorIdentifier: string | null;
  actorName: string | null;
  keyName: string | null;
}

/** The actor of an event that was read with `JOURNAL_COLUMNS` and the name of its key. */
export function journalActor({ actorKind, actorIdentifier, actorName, keyName }: ActorColumns): JournalActor {
  if (actorKind === "supplier_key") return { kind: "key", name: keyName ?? "" };
  const person = journalPerson(actorIdentifier, actorName);
  return person ? { kind: "user", ...person } : { kind: "portal" };
}

/** Returns the user with this identifier and name, as read from the journal; null without an identifier. */
export const journalPerson = (identifier: string | null, name: string | null): JournalPerson | null =>
  identifier === null ? null : { identifier, name: name ?? "" };
