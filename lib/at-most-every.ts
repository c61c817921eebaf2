/**
 * Returns a function that answers whether work is due: yes at most once in `everyMs`, in this process. The work counts as
 * done at `last`; without it the first answer is yes. A clock that was set back does not stop the work.
 */
export function atMostEvery(everyMs: number, last = new Date(0)): (at: Date) => boolean {
  let doneAt = last.getTime();
  return (at) => {
    if (Math.abs(at.getTime() - doneAt) < everyMs) return false;
    doneAt = at.getTime();
    return true;
  };
}
