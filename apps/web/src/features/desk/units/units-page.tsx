import { civilDateAt } from '@lianxin/domain';
import { type Account, accountsAnswerSchema, type UnitNode, unitsAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckField } from '../../../ui/check-field.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Tree } from '../../../ui/tree.tsx';
import { AnswerView } from '../answer-view.tsx';
import { isOperator, useDeskSession } from '../desk-session.ts';
import { PeopleParts } from '../people-parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { UnitDetail } from './unit-detail.tsx';
import { UnitSheet } from './unit-sheet.tsx';
import { nestUnits } from './unit-tree.ts';
import styles from './units-page.module.css';

/** Is the tree of districts, streets, communities, grids, buildings and entrances, with one of them open beside it. */
export const UnitsPage = () => {
  const units = useAnswer('/units', unitsAnswerSchema);
  const accounts = useAnswer('/accounts', accountsAnswerSchema);
  return (
    <DeskPage title={tDesk.units.title}>
      <PeopleParts current="units" />
      <AnswerView answer={units}>
        {(answer) => (
          <UnitsBody units={answer.units} accounts={accounts.state === 'ready' ? accounts.value.accounts : []} />
        )}
      </AnswerView>
    </DeskPage>
  );
};

interface UnitsBodyProps {
  readonly units: readonly UnitNode[];
  readonly accounts: readonly Account[];
}

const UnitsBody = ({ units, accounts }: UnitsBodyProps) => {
  const words = tDesk.units;
  const { id } = useParams<{ readonly id?: string }>();
  const [, navigate] = useLocation();
  const [showsClosed, setShowsClosed] = useState(false);
  const [addsRoot, setAddsRoot] = useState(false);
  // Only whoever runs the whole system begins a tree; the others hang on the one that is there.
  const canAddRoot = isOperator(useDeskSession());
  const chosen = units.find((unit) => unit.id === id) ?? null;
  const open = (unit: UnitNode) => navigate(hrefOf(unit.id));
  const rootSheet = addsRoot && (
    <UnitSheet
      task={{ type: 'add', kind: 'district', parent: null }}
      onClose={() => setAddsRoot(false)}
      onAdded={open}
    />
  );
  if (units.length === 0) {
    return (
      <EmptyState
        title={words.empty.title}
        action={
          canAddRoot && (
            <Button variant="main" onClick={() => setAddsRoot(true)}>
              {words.addRoot}
            </Button>
          )
        }
      >
        {words.empty.body}
        {rootSheet}
      </EmptyState>
    );
  }
  const nodes = nestUnits(units, {
    today: civilDateAt(systemClock.now()),
    showsClosed,
    selectedId: chosen?.id ?? null,
    hrefOf,
    closedNote: words.closedNote,
  });
  return (
    <div className={styles.columns} data-chosen={chosen !== null}>
      <div className={styles.tree}>
        <Tree label={words.treeLabel} nodes={nodes} openLevels={4} />
        <CheckField label={words.showClosed} checked={showsClosed} onChange={setShowsClosed} />
        {canAddRoot && (
          <Button variant="quiet" size="compact" onClick={() => setAddsRoot(true)}>
            {words.addRoot}
          </Button>
        )}
        {rootSheet}
      </div>
      <div className={styles.detail}>
        {chosen === null ? (
          <EmptyState title={words.pick.title}>{words.pick.body}</EmptyState>
        ) : (
          <>
            <div className={styles.back}>
              <Link href="/desk/units">{words.back}</Link>
            </div>
            <UnitDetail key={chosen.id} unit={chosen} accounts={accounts} onAdded={open} />
          </>
        )}
      </div>
    </div>
  );
};

const hrefOf = (id: string): string => `/desk/units/${id}`;
