import { useEffect, useState } from 'react';
import { type PersonHere, readPeopleHere } from './unsent-work.ts';

/** Gives who has records on this phone; nobody until that is read. */
export const usePeopleHere = (): readonly PersonHere[] => {
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  useEffect(() => {
    let isGone = false;
    void readPeopleHere().then((found) => {
      if (!isGone) setPeople(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return people;
};
