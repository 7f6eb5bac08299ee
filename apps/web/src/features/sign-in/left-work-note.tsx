import { useEffect, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { plainCodec } from '../../storage/codec.ts';
import { RescueOffer } from '../../storage/intents/rescue-offer.tsx';
import { readUnsentWork, type UnsentWork } from '../../storage/unsent-work.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Note } from '../../ui/note.tsx';

/** Tells whose unsent work this phone still keeps, so that nobody fears that signing out has lost it. */
export const LeftWorkNote = () => {
  const [works, setWorks] = useState<readonly UnsentWork[]>([]);
  useEffect(() => {
    let isGone = false;
    void readUnsentWork(plainCodec).then((found) => {
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
        <p key={work.accountId}>{words.line(work.name, work.count)}</p>
      ))}
      <p>{words.body}</p>
      <ActionBar>
        {works.map(({ accountId, name }) => (
          <RescueOffer key={accountId} accountId={accountId} of={name} />
        ))}
      </ActionBar>
    </Note>
  );
};
