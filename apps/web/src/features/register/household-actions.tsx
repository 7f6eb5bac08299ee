import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { OptionSheet } from '../../ui/option-sheet.tsx';
import type { OpenDoor } from './use-open-door.ts';

export interface HouseholdActionsProps {
  readonly open: OpenDoor;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const pagesOf = ({ door, household }: OpenDoor): readonly (readonly [string, string])[] => {
  const words = t.register.actions;
  const { id } = door.dwelling;
  const ofDoor = [
    [words.editDwelling, pagePaths.editDoor(id)],
    [household === null ? words.firstHousehold : words.newHousehold, pagePaths.newHousehold(id)],
    ...(household === null ? [[words.history, pagePaths.history('dwelling', id)] as const] : []),
  ] as const;
  if (household === null || household.toOn !== null) return ofDoor;
  return [
    [words.newMember, pagePaths.newMember(household.id)],
    [words.editHousehold, pagePaths.editHousehold(household.id)],
    [words.moveHousehold, pagePaths.moveHousehold(household.id)],
    [words.endHousehold, pagePaths.endHousehold(household.id)],
    [words.splitHousehold, pagePaths.splitHousehold(household.id)],
    [words.mergeHousehold, pagePaths.mergeHousehold(household.id)],
    [words.householdCode, pagePaths.householdCode(household.id)],
    [words.history, pagePaths.history('household', household.id)],
    ...ofDoor,
  ];
};

/** What else can be done at a door, rarer than a visit. */
export const HouseholdActions = ({ open, isOpen, onClose }: HouseholdActionsProps) => {
  const [, navigate] = useLocation();
  return (
    <OptionSheet
      open={isOpen}
      onClose={onClose}
      title={t.register.actions.moreTitle}
      options={pagesOf(open).map(([label, href]) => ({ key: href, label, onSelect: () => navigate(href) }))}
    />
  );
};
