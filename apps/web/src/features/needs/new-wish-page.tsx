import { useSearchParams } from 'wouter';
import { isOpenNeed, liveWishOf, needsAt } from '../../storage/reading/need-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { NoNeedPage } from './no-need-page.tsx';
import { useDoorOfNeed } from './use-door-of-need.ts';
import { WishForm } from './wish-form.tsx';

/** Asks the community's volunteers for help with a need of the door that the address names. */
export const NewWishPage = () => {
  const door = useDoorOfNeed();
  const [search] = useSearchParams();
  const { view } = useRegister();
  if (door === null) return <NoNeedPage />;
  const { dwelling, householdId } = door;
  const needs = needsAt(view, { dwellingId: dwelling.id, householdId }).filter(
    (need) => isOpenNeed(need) && need.state !== 'done' && liveWishOf(view, need.id) === null,
  );
  const asked = needs.find(({ id }) => id === search.get('need'));
  return <WishForm door={door} needs={needs} needId={asked?.id ?? null} />;
};
