import { useEffect, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { RescueOffer } from '../../storage/intents/rescue-offer.tsx';
import { type PersonHere, readUnsentWork } from '../../storage/unsent-work.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Note } from '../../ui/note.tsx';

/** Tells whose unsent work this phone still keeps, so that nobody fears that signing out has lost it. */
export const LeftWorkNote = () => {
  const [works, setWorks] = useState<readonly PersonHere[]>([]);
  useEffect(() => {
    let isGone = false;
    void readUnsentWork().then((found) => {
      if (!isGone) setWorks(found);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (works.length === 0) return null;
  const words = t.signIn.left;
  return (
    <Note title={words.title}>
      {works.map((work) => (
        <p key={work.id}>{words.line(work.name, work.unsent)}</p>
      ))}
      <p>{words.body}</p>
      <ActionBar>
        {works.map(({ id, name }) => (
          <RescueOffer key={id} accountId={id} of={name} />
        ))}
      </ActionBar>
    </Note>
  );
};
