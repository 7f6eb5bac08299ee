import { civilDateAt } from '@lianxin/domain';
import { useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { ConflictNotes } from '../../storage/intents/conflict-notes.tsx';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import { liveWishOf, type NeedRecord } from '../../storage/reading/need-list.ts';
import { openConflictsOn } from '../../storage/reading/open-conflicts.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { recordTicks, tickWord } from '../../storage/reading/record-tick.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Tick } from '../../ui/tick.tsx';
import { NeedSteps } from './need-steps.tsx';
import { dueWords, needWord, stateWord } from './need-words.ts';
import { NoNeedPage } from './no-need-page.tsx';
import { WishNote } from './wish-note.tsx';

const words = t.needs;

const factsOf = (need: NeedRecord, now: number) => {
  const facts: readonly (readonly [string, string, string | null])[] = [
    ['state', words.state, stateWord(need.state)],
    ['content', words.content, need.detail],
    ['due', words.due, dueWords(need, civilDateAt(now))],
    ['heard', words.heard, need.raisedAt === null ? null : t.dates.moment(need.raisedAt, now)],
    ['by', words.heardBy, need.raisedByName],
    ['handler', words.handler, need.handlerName],
    ['help', words.helped, need.closedByHelpId === null ? null : words.closedByHelp],
    ['answer', words.answerLabel, need.answer],
  ];
  return facts.flatMap(([key, term, detail]) => (detail === null ? [] : [{ key, term, detail }]));
};

/** One need: what was heard, how far it has come, and the next step until the person has been told. */
export const NeedPage = () => {
  const { needId = '' } = useParams();
  const { view, state } = useRegister();
  const need = readRecord(view, 'need', needId);
  const dwelling = need === undefined ? undefined : doorOfRecord(view, need);
  if (need === undefined || dwelling === undefined) return <NoNeedPage />;
  const tick = recordTicks(state, view)('need', need.id);
  const kept = <Tick count={tick}>{tickWord(tick)}</Tick>;
  const home = pagePaths.door(dwelling.id, need.householdId);
  return (
    <Page
      title={needWord(need)}
      back={{ href: home, label: doorName(view, dwelling) }}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.editNeed(need.id)}>
          {words.edit}
        </ButtonLink>
      }
      bar={<NeedSteps key={need.state} need={need} />}
    >
      <Facts items={[...factsOf(need, systemClock.now()), { key: 'kept', term: words.kept, detail: kept }]} />
      <ConflictNotes conflicts={openConflictsOn(view, [need.id])} />
      <WishNote need={need} wish={liveWishOf(view, need.id)} />
    </Page>
  );
};
