import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { editRecord } from '../../storage/intents/edit-record.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { walkMoves } from '../../storage/intents/walk-order.ts';
import type { DoorState } from '../../storage/reading/door-state.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { whoLivesThere } from './door-summary.ts';
import { useToday } from './use-today.ts';

export interface SortDoorsProps {
  readonly name: string;
  readonly doors: readonly DoorState[];
  readonly onDone: () => void;
}

const swap = <T,>(list: readonly T[], at: number, step: 1 | -1): readonly T[] => {
  const moved = list.slice();
  moved.splice(at + step, 0, ...moved.splice(at, 1));
  return moved;
};

/** Puts the doors of a group into the order they are walked in; nothing is saved before 排好了. */
export const SortDoors = ({ name, doors, onDone }: SortDoorsProps) => {
  const { view } = useRegister();
  const today = useToday();
  const saveAndSay = useSaveAndSay();
  const [order, setOrder] = useState(doors);

  const save = async (): Promise<void> => {
    const revs = new Map(doors.map(({ dwelling }) => [dwelling.id, dwelling.rev]));
    const intents = walkMoves(order.map(({ dwelling }) => dwelling)).flatMap(({ id, walkOrder }) => {
      const target = { table: 'dwelling' as const, id, rev: revs.get(id) ?? 0 };
      return editRecord(target, { walkOrder }, view) ?? [];
    });
    if (intents.length === 0 || (await saveAndSay(intents, { text: t.register.sorted }))) onDone();
  };

  return (
    <Page
      title={`${name} ${t.register.sortOrder}`}
      aside={
        <Button variant="quiet" onClick={onDone}>
          {t.ui.cancel}
        </Button>
      }
      bar={
        <ActionBar>
          <Button variant="main" onClick={() => void save()}>
            {t.register.sortDone}
          </Button>
        </ActionBar>
      }
    >
      <Sub padded>{t.register.sortHint}</Sub>
      <RowList label={name}>
        {order.map((door, index) => (
          <Row
            key={door.dwelling.id}
            lead={door.dwelling.doorLabel}
            wideLead
            text={whoLivesThere(view, door, today)}
            trailing={
              <>
                <Button
                  variant="quiet"
                  label={t.register.moveUp(door.dwelling.doorLabel)}
                  disabled={index === 0}
                  onClick={() => setOrder(swap(order, index, -1))}
                >
                  {t.register.up}
                </Button>
                <Button
                  variant="quiet"
                  label={t.register.moveDown(door.dwelling.doorLabel)}
                  disabled={index === order.length - 1}
                  onClick={() => setOrder(swap(order, index, 1))}
                >
                  {t.register.down}
                </Button>
              </>
            }
          />
        ))}
      </RowList>
    </Page>
  );
};
