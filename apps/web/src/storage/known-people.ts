import { type SessionAnswer, sessionAnswerSchema } from '@lianxin/protocol';

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
  /** What they work with here, so that they come back without a network; null once they have signed out. It opens nothing: their PIN does. */
  readonly session: SessionAnswer | null;
}

const peopleKey = 'lianxin.people';

/** Notes whose database rests on this device, so that they are found by name when somebody else has used the phone since. */
export const rememberPerson = (session: SessionAnswer): void => {
  const { account, sealingKey, rescueTicket } = session;
  const { id, name } = account;
  const known = knownPeople();
  const rescueKeys =
    sealingKey === undefined || rescueTicket === undefined
      ? (known.find((person) => person.id === id)?.rescueKeys ?? null)
      : { sealingKey, rescueTicket };
  keep([{ id, name, rescueKeys, session }, ...known.filter((person) => person.id !== id)]);
};

/** Notes that somebody has signed out: their records stay sealed here, and only signing in leads back to them. */
export const rememberLeaving = (accountId: string): void =>
  keep(knownPeople().map((person) => (person.id === accountId ? { ...person, session: null } : person)));

/** Takes somebody off the list, whose database does not rest here any more. */
export const forgetPerson = (accountId: string): void => keep(knownPeople().filter(({ id }) => id !== accountId));

const keep = (people: readonly KnownPerson[]): void => {
  try {
    localStorage.setItem(peopleKey, JSON.stringify(people));
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

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;

const textOf = (value: unknown, key: string): string | null => {
  const found = partOf(value, key);
  return typeof found === 'string' ? found : null;
};

const readPerson = (value: unknown): readonly KnownPerson[] => {
  const [id, name] = [textOf(value, 'id'), textOf(value, 'name')];
  if (id === null || name === null) return [];
  const keys = partOf(value, 'rescueKeys');
  const [sealingKey, rescueTicket] = [textOf(keys, 'sealingKey'), textOf(keys, 'rescueTicket')];
  const rescueKeys = sealingKey === null || rescueTicket === null ? null : { sealingKey, rescueTicket };
  const session = sessionAnswerSchema.safeParse(partOf(value, 'session'));
  return [{ id, name, rescueKeys, session: session.success && session.data.account.id === id ? session.data : null }];
};
