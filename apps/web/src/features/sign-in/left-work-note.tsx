import { t } from '../../locale/messages.ts';
import { RescueOffer } from '../../storage/intents/rescue-offer.tsx';
import { usePeopleHere } from '../../storage/use-people-here.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Note } from '../../ui/note.tsx';

/** Tells whose unsent work this phone still keeps, so that nobody fears that signing out has lost it. */
export const LeftWorkNote = () => {
  const works = usePeopleHere().filter(({ unsent }) => unsent > 0);
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
