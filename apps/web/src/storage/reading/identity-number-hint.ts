import type { Person } from '@lianxin/domain';
import type { LocalState } from '@lianxin/sync/client';

/** Tells how far the ID number of a known person has come: also whether this phone still has to send it. */
export const identityNumberHint = (
  person: Pick<Person, 'id' | 'identityNumberState'>,
  { outbox }: Pick<LocalState, 'outbox'>,
): Person['identityNumberState'] | 'waiting' => {
  const isWaiting = outbox.some(
    ({ name, args, acknowledgedRev }) =>
      name === 'person.identify' && acknowledgedRev === null && personIn(args) === person.id,
  );
  return isWaiting ? 'waiting' : person.identityNumberState;
};

const personIn = (args: unknown): unknown =>
  typeof args === 'object' && args !== null && 'personId' in args ? args.personId : null;
