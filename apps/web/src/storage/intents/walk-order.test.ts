import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WalkedDoor, walkMoves } from './walk-order.ts';

const doors = (...orders: readonly (number | null)[]): readonly WalkedDoor[] =>
  orders.map((walkOrder, index) => ({ id: `d${index}`, walkOrder }));

const applied = (list: readonly WalkedDoor[]): readonly (number | null)[] => {
  const moves = new Map(walkMoves(list).map(({ id, walkOrder }) => [id, walkOrder]));
  return list.map(({ id, walkOrder }) => moves.get(id) ?? walkOrder);
};

test('doors that stand in order need nothing', () => {
  expect(walkMoves(doors(10, 20, 30))).toEqual([]);
});

test('one door moved between two takes one number', () => {
  expect(walkMoves(doors(10, 40, 20, 30))).toEqual([{ id: 'd1', walkOrder: 15 }]);
});

test('a door moved to the end goes on from the last', () => {
  expect(walkMoves(doors(20, 30, 10))).toEqual([{ id: 'd2', walkOrder: 40 }]);
});

test('doors that never had an order get one', () => {
  expect(applied(doors(null, null, null))).toEqual([10, 20, 30]);
});

test('where no room is left, all are numbered anew', () => {
  expect(applied(doors(1, 5, 2))).toEqual([1, 5, 15]);
  expect(applied(doors(1, 9, 2, 3))).toEqual([10, 20, 30, 40]);
});

test('whatever the order was, the numbers rise afterwards', () => {
  const order = fc.option(fc.nat(60), { nil: null });
  fc.assert(
    fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
      const numbers = applied(doors(...orders)).map(Number);
      const rising = numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? -1));
      expect(rising).toBe(true);
    }),
  );
});
