import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { DoorPicker } from '../../storage/search/door-picker.tsx';
import { useRegister } from '../../storage/use-workspace.ts';
import { GonePage } from './gone-page.tsx';

/** Moves a household to another door of the worker's grids. */
export const MoveHouseholdPage = () => {
  const { householdId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const household = readRecord(view, 'household', householdId);
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
  if (household === undefined || dwelling === undefined) return <GonePage />;
  const words = t.register.move;
  const move = async (dwellingId: string, door: string): Promise<void> => {
    const args = { householdId, dwellingId };
    const isSaved = await saveAndSay([{ name: 'household.move', args }], { text: words.done(door) });
    if (isSaved) navigate(pagePaths.door(dwellingId, householdId), { replace: true });
  };
  return (
    <DoorPicker
      title={words.title}
      sub={doorName(view, dwelling)}
      backHref={pagePaths.door(dwelling.id, householdId)}
      note={words.note}
      exceptId={dwelling.id}
      confirm={{ title: words.confirmTitle, body: words.confirmBody, label: words.confirm }}
      onPick={(hit, door) => void move(hit.dwellingId, door)}
    />
  );
};
