import { civilDateAt, unit as unitRecord } from '@lianxin/domain';
import type { Account, UnitNode } from '@lianxin/protocol';
import { useId, useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { labelText } from '../../../locale/labels.ts';
import { systemClock } from '../../../platform/clock.ts';
import { pagePaths } from '../../../storage/reading/page-paths.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { isOpenOn } from '../communities.ts';
import { CloseUnitSheet } from './close-unit-sheet.tsx';
import { UnitPostings } from './unit-postings.tsx';
import { UnitSheet, type UnitTask } from './unit-sheet.tsx';
import { addableKinds, kindLabel, layoutLabel } from './unit-tree.ts';
import styles from './units-page.module.css';

export interface UnitDetailProps {
  readonly unit: UnitNode;
  readonly accounts: readonly Account[];
  readonly onAdded: (unit: UnitNode) => void;
}

const factsOf = (unit: UnitNode) => {
  const { fields } = unitRecord;
  const known = [
    { key: 'kind', term: labelText(fields.kind.label), detail: kindLabel(unit.kind) },
    { key: 'code', term: labelText(fields.code.label), detail: unit.code },
    { key: 'estate', term: labelText(fields.estate.label), detail: unit.estate },
    { key: 'layout', term: labelText(fields.layout.label), detail: unit.layout && layoutLabel(unit.layout) },
    { key: 'floors', term: labelText(fields.floors.label), detail: unit.floors },
    {
      key: 'supervisionPhone',
      term: labelText(fields.supervisionPhone.label),
      detail: unit.supervisionPhone,
    },
    { key: 'duty', term: labelText(fields.duty.label), detail: unit.duty },
    { key: 'period', term: labelText(fields.fromOn.label), detail: tDesk.units.period(unit.fromOn, unit.toOn) },
  ];
  return known.filter(({ detail }) => detail !== null && detail !== '');
};

/** Shows one unit: what it is, who looks after it, and what can be done with it. */
export const UnitDetail = ({ unit, accounts, onAdded }: UnitDetailProps) => {
  const words = tDesk.units;
  const [task, setTask] = useState<UnitTask | null>(null);
  const [closes, setCloses] = useState(false);
  const headingId = useId();
  const isOpen = isOpenOn(unit, civilDateAt(systemClock.now()));
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.name}>
        {unit.name}
      </h2>
      {unit.canManage ? (
        <FilterBar label={words.actions(unit.name)}>
          {isOpen &&
            addableKinds(unit).map((kind) => (
              <Button key={kind} size="compact" onClick={() => setTask({ type: 'add', kind, parent: unit })}>
                {words.addUnder(kindLabel(kind))}
              </Button>
            ))}
          <Button size="compact" onClick={() => setTask({ type: 'edit', unit })}>
            {words.edit}
          </Button>
          {unit.kind === 'building' && unit.communityId !== null && (
            <ButtonLink size="compact" href={`${pagePaths.buildingNotice(unit.id)}?community=${unit.communityId}`}>
              {words.notice}
            </ButtonLink>
          )}
          {isOpen && (
            <Button size="compact" onClick={() => setCloses(true)}>
              {words.close}
            </Button>
          )}
        </FilterBar>
      ) : (
        <Sub padded>{words.readOnly}</Sub>
      )}
      <Facts items={factsOf(unit)} />
      <UnitPostings unit={unit} accounts={accounts} />
      {task !== null && <UnitSheet task={task} onClose={() => setTask(null)} onAdded={onAdded} />}
      {closes && <CloseUnitSheet unit={unit} onClose={() => setCloses(false)} />}
    </section>
  );
};
