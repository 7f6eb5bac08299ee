import type { Visit } from '@lianxin/domain';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { mustNameRoom } from '../../storage/intents/must-name-room.ts';
import { useQuickVisit } from '../../storage/intents/use-quick-visit.ts';
import type { DoorState, DwellingRecord } from '../../storage/reading/door-state.ts';
import { neighboursIn } from '../../storage/reading/door-walk.ts';
import { householdsOfDoor } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Dock } from '../../ui/dock.tsx';
import { OptionSheet } from '../../ui/option-sheet.tsx';
import { showToast } from '../../ui/toast.ts';
import { stepsTo } from './door-steps.ts';
import { careWords, whoLivesThere } from './door-summary.ts';
import { useToday } from './use-today.ts';

export interface DoorDockProps {
  readonly door: DoorState;
  /** The doors on this page in the order in which they are walked. */
  readonly walk: readonly DwellingRecord[];
  readonly onDone: () => void;
  readonly onStep: (dwellingId: string) => void;
}

type Outcome = Visit['outcome'];

const otherVisits: readonly {
  readonly key: string;
  readonly label: string;
  readonly outcome: Outcome;
  readonly way: Visit['way'];
}[] = [
  { key: 'refused', label: t.register.status.refused, outcome: 'refused', way: 'door' },
  { key: 'movedOut', label: t.register.cellWord.movedOut, outcome: 'movedOut', way: 'door' },
  { key: 'vacant', label: t.register.status.vacant, outcome: 'vacant', way: 'door' },
  { key: 'phoneMet', label: t.visit.phoneMet, outcome: 'met', way: 'phone' },
  { key: 'phoneNoAnswer', label: t.visit.phoneNoAnswer, outcome: 'noAnswer', way: 'phone' },
];

/** What can be said of a door with one tap: met, nobody, or something rarer. */
export const DoorDock = ({ door, walk, onDone, onStep }: DoorDockProps) => {
  const { view } = useRegister();
  const today = useToday();
  const logQuickly = useQuickVisit();
  const [room, setRoom] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const isSaving = useRef(false);
  const { dwelling } = door;
  const households = householdsOfDoor(view, dwelling.id);
  const householdId = households.length > 1 ? room : (households[0]?.id ?? null);

  const log = async (outcome: Outcome, way: Visit['way'] = 'door'): Promise<void> => {
    if (householdId === null && mustNameRoom(outcome, households.length)) {
      showToast({ text: t.visit.whichRoomFirst });
      return;
    }
    // A thumb that lands twice is one visit, also while a slow phone is still writing.
    if (isSaving.current) return;
    isSaving.current = true;
    const made = { dwellingId: dwelling.id, householdId, outcome, way };
    const isSaved = await logQuickly({ ...made, doorLabel: dwelling.doorLabel });
    isSaving.current = false;
    if (isSaved) onDone();
  };

  return (
    <>
      <Dock
        title={dwelling.doorLabel}
        sub={[whoLivesThere(view, door, today), careWords(view, householdId, today)].filter(Boolean).join(' · ')}
        {...stepsTo(neighboursIn(walk, dwelling.id), ({ id }) => onStep(id))}
        aside={
          <ButtonLink variant="quiet" href={pagePaths.door(dwelling.id, householdId)}>
            {t.register.seeHousehold}
          </ButtonLink>
        }
      >
        {households.length > 1 && (
          <ChipGroup
            mode="single"
            label={t.visit.whichRoom}
            labelHidden
            options={households.map(({ id, roomLabel }, index) => ({
              value: id,
              label: roomLabel ?? t.register.someRoom(index + 1),
            }))}
            value={room}
            onChange={setRoom}
          />
        )}
        <ActionBar>
          <Button variant="main" onClick={() => void log('met')}>
            {t.visit.met}
          </Button>
          <Button onClick={() => void log('noAnswer')}>{t.visit.noAnswer}</Button>
          <Button variant="slim" onClick={() => setMore(true)}>
            {t.visit.otherMenu}
          </Button>
        </ActionBar>
      </Dock>
      <OtherVisits door={door} householdId={householdId} open={isMore} onClose={() => setMore(false)} onLog={log} />
    </>
  );
};

interface OtherVisitsProps {
  readonly door: DoorState;
  readonly householdId: string | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onLog: (outcome: Outcome, way: Visit['way']) => Promise<void>;
}

const OtherVisits = ({ door, householdId, open, onClose, onLog }: OtherVisitsProps) => {
  const [, navigate] = useLocation();
  const { dwelling } = door;
  return (
    <OptionSheet
      open={open}
      onClose={onClose}
      title={t.visit.otherTitle(dwelling.doorLabel)}
      options={[
        ...otherVisits.map(({ key, label, outcome, way }) => ({
          key,
          label,
          onSelect: () => void onLog(outcome, way),
        })),
        {
          key: 'form',
          label: t.visit.recordMore,
          onSelect: () => navigate(pagePaths.newVisit(dwelling.id, householdId)),
        },
      ]}
    />
  );
};
