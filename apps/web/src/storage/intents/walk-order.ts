/** A door with its place in the walking order; null when it never had one. */
export interface WalkedDoor {
  readonly id: string;
  readonly walkOrder: number | null;
}

/** A door's new place in the order. */
export interface WalkMove {
  readonly id: string;
  readonly walkOrder: number;
}

/** Room between two doors, so that a door moved between them changes one number and not the whole list. */
const step = 10;

const renumber = (doors: readonly WalkedDoor[]): readonly WalkMove[] =>
  doors
    .map(({ id, walkOrder }, index) => ({ id, before: walkOrder, walkOrder: (index + 1) * step }))
    .filter((door) => door.before !== door.walkOrder)
    .map(({ id, walkOrder }) => ({ id, walkOrder }));

/** Marks the doors that keep their number: the longest run whose numbers already rise. */
const keptDoors = (doors: readonly WalkedDoor[]): ReadonlySet<string> => {
  const best: { readonly length: number; readonly previous: number }[] = [];
  for (const [index, door] of doors.entries()) {
    let length = door.walkOrder === null ? 0 : 1;
    let previous = -1;
    for (let before = 0; before < index; before += 1) {
      const order = doors[before]?.walkOrder ?? null;
      const reached = best[before]?.length ?? 0;
      if (order === null || door.walkOrder === null || order >= door.walkOrder || reached < length) continue;
      length = reached + 1;
      previous = before;
    }
    best.push({ length, previous });
  }
  const kept = new Set<string>();
  let at = best.reduce((last, item, index) => (item.length > (best[last]?.length ?? 0) ? index : last), 0);
  while (at >= 0 && (best[at]?.length ?? 0) > 0) {
    const door = doors[at];
    if (door !== undefined) kept.add(door.id);
    at = best[at]?.previous ?? -1;
  }
  return kept;
};

/** Tells the fewest new numbers that put doors in the given order; all are numbered anew where no room is left. */
export const walkMoves = (doors: readonly WalkedDoor[]): readonly WalkMove[] => {
  const kept = keptDoors(doors);
  const moves: WalkMove[] = [];
  let last = 0;
  for (const [index, door] of doors.entries()) {
    if (kept.has(door.id) && door.walkOrder !== null) {
      last = door.walkOrder;
      continue;
    }
    const run = doors.slice(index).findIndex(({ id }) => kept.has(id));
    const next = run < 0 ? null : (doors[index + run]?.walkOrder ?? null);
    const walkOrder = next === null ? last + step : last + Math.floor((next - last) / (run + 1));
    if (walkOrder <= last) return renumber(doors);
    moves.push({ id: door.id, walkOrder });
    last = walkOrder;
  }
  return moves;
};
