import type { FoundPerson } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';

/** Tells how a person is called in a list; an erased one and a newborn have no name. */
export const shownName = ({ name, erasedAt }: FoundPerson): string => {
  if (erasedAt !== null) return tDesk.erasures.erased;
  return name === '' ? tDesk.erasures.noName : name;
};
