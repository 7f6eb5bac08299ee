/** A cell by its floor (from the top) and its place on that floor (from the left). */
export type MatrixPlace = { readonly floor: number; readonly door: number };

export type MatrixKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End' | 'PageUp' | 'PageDown';

const floorsPerPage = 5;

const matrixKeys: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] satisfies MatrixKey[];

export const isMatrixKey = (key: string): key is MatrixKey => matrixKeys.includes(key);

const within = (value: number, last: number): number => Math.max(0, Math.min(value, last));

/**
 * Where a key leads from a cell. Floors may differ in doors, and a floor may have none: up and down skip empty floors
 * and keep as near to the column as the floor allows.
 */
export const moveInMatrix = (doorsByFloor: readonly number[], from: MatrixPlace, key: MatrixKey): MatrixPlace => {
  const lastDoor = (doorsByFloor[from.floor] ?? 1) - 1;
  const toFloor = (step: 1 | -1, count: number): MatrixPlace => {
    let floor = from.floor;
    let left = count;
    for (let next = floor + step; left > 0 && next >= 0 && next < doorsByFloor.length; next += step) {
      if ((doorsByFloor[next] ?? 0) === 0) continue;
      floor = next;
      left -= 1;
    }
    return { floor, door: within(from.door, (doorsByFloor[floor] ?? 1) - 1) };
  };
  switch (key) {
    case 'ArrowLeft':
      return { ...from, door: within(from.door - 1, lastDoor) };
    case 'ArrowRight':
      return { ...from, door: within(from.door + 1, lastDoor) };
    case 'Home':
      return { ...from, door: 0 };
    case 'End':
      return { ...from, door: within(lastDoor, lastDoor) };
    case 'ArrowUp':
      return toFloor(-1, 1);
    case 'ArrowDown':
      return toFloor(1, 1);
    case 'PageUp':
      return toFloor(-1, floorsPerPage);
    case 'PageDown':
      return toFloor(1, floorsPerPage);
  }
};
