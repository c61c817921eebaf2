/** A user in the journal: the identifier as it was when the event was written, the name as it is now, "" for none (T33). */
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

/** The user of an identifier and a name that were read from the journal; null when no user is meant. */
export const journalPerson = (identifier: string | null, name: string | null): JournalPerson | null =>
  identifier === null ? null : { identifier, name: name ?? "" };
