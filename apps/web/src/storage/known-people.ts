import type { SessionAnswer } from '@lianxin/protocol';

/** Is what it takes to make a rescue file: whom it is sealed to, and the proof of whose it is. */
export interface RescueKeys {
  readonly sealingKey: string;
  readonly rescueTicket: string;
}

/** Is somebody whose database rests on this device. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** Null for somebody who has not been here since servers hand them out. */
  readonly rescueKeys: RescueKeys | null;
}

const peopleKey = 'lianxin.people';

/** Notes whose database rests on this device, so that their unsent work can be told by name, and rescued, after they have left. */
export const rememberPerson = ({ account, sealingKey, rescueTicket }: SessionAnswer): void => {
  const { id, name } = account;
  const known = knownPeople();
  const rescueKeys =
    sealingKey === undefined || rescueTicket === undefined
      ? (known.find((person) => person.id === id)?.rescueKeys ?? null)
      : { sealingKey, rescueTicket };
  const others = known.filter((person) => person.id !== id);
  try {
    localStorage.setItem(peopleKey, JSON.stringify([{ id, name, rescueKeys }, ...others]));
  } catch {
    // Full or switched off: the work itself is safe, only nobody is told of it on the sign-in page.
  }
};

/** Tells whose databases rest on this device; a damaged list names nobody. */
export const knownPeople = (): readonly KnownPerson[] => {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(peopleKey) ?? '[]');
    return Array.isArray(known) ? known.flatMap(readPerson) : [];
  } catch {
    return [];
  }
};

const textOf = (value: unknown, key: string): string | null => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'string' ? found : null;
};

const readPerson = (value: unknown): readonly KnownPerson[] => {
  const [id, name] = [textOf(value, 'id'), textOf(value, 'name')];
  if (id === null || name === null) return [];
  const keys: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'rescueKeys') : null;
  const [sealingKey, rescueTicket] = [textOf(keys, 'sealingKey'), textOf(keys, 'rescueTicket')];
  return [{ id, name, rescueKeys: sealingKey === null || rescueTicket === null ? null : { sealingKey, rescueTicket } }];
};
