import { civilDateAt, type Json } from '@lianxin/domain';
import { idAt, type StreetDoor, type StreetWorker } from './street.ts';
import { visitArguments } from './street-visits.ts';

/** Is a phone's mutation before it has a number. */
export interface Named {
  readonly name: string;
  readonly args: Json;
}

/** Invents what a worker writes at five doors: four visits, one of them with a need, and an edit or help in turn. `seen` is the rev the phone has come to. */
export const inventMutations = (
  worker: StreetWorker,
  doors: readonly StreetDoor[],
  { number, seen, at }: { readonly number: number; readonly seen: number; readonly at: number },
): readonly Named[] => {
  const doorAt = (step: number): StreetDoor => {
    const door = doors[(number * 5 + step) % doors.length];
    if (door === undefined) throw new Error('the grid has no doors');
    return door;
  };
  const visits = [1, 2, 3].map((step) => ({
    name: 'visit.log',
    args: visitArguments(doorAt(step), number * 5 + step, at),
  }));
  const last = number % 2 === 0 ? editNote(doorAt(0), seen, number) : logHelp(worker, at);
  return [...visits, visitWithNeed(doorAt(4), number, at), last];
};

const visitWithNeed = (door: StreetDoor, number: number, at: number): Named => {
  const { visit } = visitArguments(door, number, at);
  const { dwellingId, householdId } = door;
  const fields = { dwellingId, householdId, kind: 'repair', detail: '厨房水龙头滴水', raisedByVisitId: visit.id };
  return { name: 'visit.log', args: { visit, needs: [{ id: idAt(at), fields }] } };
};

const editNote = (door: StreetDoor, seen: number, number: number): Named => {
  const edits = [{ field: 'note', to: `傍晚在家 ${number}`, on: null, seen }];
  return { name: 'record.edit', args: { table: 'person', id: door.personIds[0] ?? '', edits } };
};

const logHelp = (worker: StreetWorker, at: number): Named => {
  const giver = { giverKind: 'person', giverId: worker.accountId, giverName: worker.name, giverCount: 1 };
  const fields = {
    ...giver,
    kind: 'errand',
    content: '代缴水费',
    serviceMinutes: 30,
    servedOn: civilDateAt(at),
    goods: [],
  };
  return { name: 'help.log', args: { help: { id: idAt(at), fields } } };
};
