/** Packs read every original and keep a connection for long: so many at once, of one user and of this process. */
const MOST_PER_USER = 2;
const MOST_AT_ONCE = 8;

const running = new Map<string, number>();

/** A place for one export, given back by calling what is returned, once or more; null when all are taken. */
export function takeExportSlot(userId: string): (() => void) | null {
  const own = running.get(userId) ?? 0;
  const all = [...running.values()].reduce((sum, count) => sum + count, 0);
  if (own >= MOST_PER_USER || all >= MOST_AT_ONCE) return null;
  running.set(userId, own + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (running.get(userId) ?? 1) - 1;
    if (left > 0) running.set(userId, left);
    else running.delete(userId);
  };
}
