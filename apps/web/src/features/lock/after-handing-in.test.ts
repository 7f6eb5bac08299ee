import { expect, test } from 'vitest';
import { afterHandingIn } from './after-handing-in.ts';

const handed = { handedIn: 2 };

test('a phone is emptied without a question only when nothing is left on it', () => {
  expect(afterHandingIn({ ...handed, left: 0, stuck: 0 })).toEqual({ type: 'ready' });
});

test('while a further try may get something out, nothing is given up', () => {
  expect(afterHandingIn({ ...handed, left: 3, stuck: 2 })).toEqual({ type: 'left', count: 3 });
});

test('when no further try gets anything out, the way to a new PIN stays open, with the number of what is lost', () => {
  expect(afterHandingIn({ ...handed, left: 2, stuck: 2 })).toEqual({ type: 'stuck', count: 2 });
});

test('of records that cannot be read nobody says how many they are', () => {
  expect(afterHandingIn({ handedIn: 0, left: 1, stuck: 1, isUnreadable: true })).toEqual({
    type: 'stuck',
    count: null,
  });
});
