import { randomUUID } from 'node:crypto';
import type { Json } from '@lianxin/domain';
import { newHelp, newNeed, newVisit, type Random } from '@lianxin/testkit';
import type { DemoWorker } from './demo-workers.ts';

/** Is one thing that somebody does, before it has a number. */
export interface FieldWork {
  readonly name: string;
  readonly args: Json;
  /** The rows that must exist once it is applied, as `table/id`. */
  readonly makes: readonly string[];
}

const visitsAndNeeds = (dwellingId: string, needCount: number): FieldWork => {
  const visitId = randomUUID();
  const needIds = Array.from({ length: needCount }, () => randomUUID());
  return {
    name: 'visit.log',
    args: {
      visit: newVisit(visitId, { dwellingId, note: '𠮷家门口,老人一切都好 👵🏽' }),
      needs: needIds.map((id) => newNeed(id, { dwellingId })),
    },
    makes: [`visits/${visitId}`, ...needIds.map((id) => `needs/${id}`)],
  };
};

/** An edit whose author had nothing on screen: it loses or keeps somebody's value whenever there was one. */
const blindEdit = (dwellingId: string, random: Random): FieldWork => ({
  name: 'record.edit',
  args: {
    table: 'dwelling',
    id: dwellingId,
    edits: [{ field: 'note', to: `门口有台阶 ${Math.floor(random() * 1_000_000)}`, on: null, seen: 0 }],
  },
  makes: [],
});

const help = (): FieldWork => {
  const id = randomUUID();
  return { name: 'help.log', args: { help: newHelp(id) }, makes: [`helps/${id}`] };
};

const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
};

/** Invents what a worker does next: mostly visits, some edits of a few contested doors, help, and work that cannot be applied. */
export const inventWork = (worker: DemoWorker, random: Random): FieldWork => {
  const chance = random();
  if (chance < 0.55) return visitsAndNeeds(pick(random, worker.ownDoors), Math.floor(random() * 3));
  if (chance < 0.8) return blindEdit(pick(random, worker.ownDoors.slice(0, 12)), random);
  if (chance < 0.92) return help();
  if (chance < 0.96) return visitsAndNeeds(pick(random, worker.otherDoors), 1);
  return { name: 'visit.dream', args: { about: '明天' }, makes: [] };
};
