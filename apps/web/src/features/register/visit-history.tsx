import { civilDateAt, type Visit, visitOutcome, visitWay } from '@lianxin/domain';
import { type ReactNode, useState } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import { recordTicks, type TickCount, tickWord } from '../../storage/reading/record-tick.ts';
import type { TimelineVisit } from '../../storage/reading/visit-timeline.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import type { Status } from '../../ui/status.ts';
import { StatusSign } from '../../ui/status-glyph.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tick } from '../../ui/tick.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useToday } from './use-today.ts';

export interface VisitHistoryProps {
  readonly visits: readonly TimelineVisit[];
}

const signOf: Readonly<Record<Visit['outcome'], Status>> = {
  met: 'done',
  noAnswer: 'nobodyHome',
  refused: 'refused',
  movedOut: 'vacant',
  vacant: 'vacant',
};

/** What fits above the fold and a thumb's length below it. */
const firstShown = 12;

const KeptTick = ({ count }: { readonly count: TickCount }) => (
  <Tick count={count} tone="soft">
    {count === 1 ? tickWord(count) : <VisuallyHidden>{tickWord(count)}</VisuallyHidden>}
  </Tick>
);

const headline = ({ visit, state }: TimelineVisit): ReactNode => {
  const words = [
    codeLabel(visitOutcome, visit.outcome),
    visit.way === 'phone' && codeLabel(visitWay, visit.way),
    visit.unchanged === true && t.visit.unchanged,
    visit.unchanged === false && t.visit.changed,
  ]
    .filter(Boolean)
    .join(' · ');
  return state === 'counts' ? words : <s>{words}</s>;
};

/** When nobody was at home, the hour is what helps next time. */
const hourWords = ({ visit }: TimelineVisit): string | null => {
  if (visit.outcome !== 'noAnswer' || visit.visitedAt === null) return null;
  return t.register.household.hour(
    t.dates.partOfDay(visit.visitedAt),
    Number(t.dates.clock(visit.visitedAt).slice(0, 2)),
  );
};

const quietWords = (told: TimelineVisit): string =>
  [
    hourWords(told),
    told.visit.isLateEntry === true && t.register.household.lateEntry,
    told.visit.hasClockSkew === true && t.register.household.clockSkew,
    told.visit.visitorName,
  ]
    .filter(Boolean)
    .join(' · ');

/** Visits as a timeline, newest first, each leading to its page; what no longer counts stays and says why. */
export const VisitHistory = ({ visits }: VisitHistoryProps) => {
  const { view, state } = useRegister();
  const today = useToday();
  const [isWhole, setWhole] = useState(false);
  const tickOf = recordTicks(state, view);

  const doorOf = (visit: TimelineVisit['visit'] | null): string => {
    const dwelling = visit === null ? undefined : readRecord(view, 'dwelling', visit.dwellingId);
    return dwelling === undefined ? '' : doorName(view, dwelling);
  };
  const noteOf = ({ visit, state: standing, replacedBy, corrects }: TimelineVisit): ReactNode => {
    const { voided, correctedTo, correctedFrom } = t.register.household;
    if (standing === 'voided') {
      return [voided(replacedBy?.visitorName ?? ''), replacedBy?.reason, visit.note].filter(Boolean).join(' · ');
    }
    if (standing === 'corrected') return correctedTo(doorOf(replacedBy));
    const changed = readRecordsBy(view, 'fieldChange', { field: 'visitId', to: visit.id }).length;
    return [
      visit.note,
      changed > 0 && t.register.household.changedAt(changed),
      corrects !== null && correctedFrom(doorOf(corrects)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const toItem = (told: TimelineVisit): TimelineItem => {
    const on = told.visit.visitedAt === null ? today : civilDateAt(told.visit.visitedAt);
    return {
      key: told.visit.id,
      on: t.dates.day(on, today),
      dateTime: on,
      sign: <StatusSign status={signOf[told.visit.outcome]} />,
      text: headline(told),
      detail: (
        <>
          {quietWords(told)} <KeptTick count={tickOf('visit', told.visit.id)} />
        </>
      ),
      note: noteOf(told),
      href: pagePaths.visit(told.visit.id),
    };
  };

  const shown = isWhole ? visits : visits.slice(0, firstShown);
  return (
    <Section title={t.register.household.visits}>
      {visits.length === 0 && <Sub padded>{t.register.household.noVisits}</Sub>}
      <Timeline items={shown.map(toItem)} />
      {shown.length < visits.length && (
        <RowList>
          <Row
            tone="press"
            text={t.register.household.moreVisits(visits.length - shown.length)}
            onClick={() => setWhole(true)}
          />
        </RowList>
      )}
    </Section>
  );
};
